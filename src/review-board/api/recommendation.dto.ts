import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { type Answer, ANSWERS } from '../records/chief-answer.store.js';
import { RECOMMENDATION_KINDS, type RecommendationKind } from '../records/recommendation.store.js';

const LONGEST_DAYS = 3650;

export class SendRecommendationDto {
  /** The carried motion that it rests on; left out, the agency recommends by a power of its own, and no discipline */
  @IsOptional()
  @IsUUID()
  motionId?: string | null;

  @IsIn(RECOMMENDATION_KINDS)
  kind!: RecommendationKind;

  /** Needed for discipline */
  @IsOptional()
  @IsUUID()
  allegationId?: string | null;

  /** For discipline: a code of the charter's disciplines */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  disciplineKind?: string | null;

  /** For discipline that takes days */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_DAYS)
  disciplineDays?: number | null;

  /** Why the discipline departs from the charter's matrix; needed when it does, and kept sealed with the case */
  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  departureReasons?: string | null;

  @IsString()
  @Length(1, 10_000)
  text!: string;

  /** Who is to answer, e.g. `Chief of Police` */
  @IsString()
  @Length(1, 200)
  addressedTo!: string;
}

export class ImposedDisciplineDto {
  /** A code of the charter's disciplines */
  @IsString()
  @Length(1, 100)
  kind!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_DAYS)
  days?: number | null;
}

export class ChiefAnswerDto {
  @IsIn(ANSWERS)
  answer!: Answer;

  /** In writing; needed unless the chief concurs */
  @IsOptional()
  @IsString()
  @Length(1, 20_000)
  reasons?: string | null;

  /** What the chief finds otherwise than the board, a code of the charter's findings: on the recommendation's allegation */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  finding?: string | null;

  /** What was imposed in fact, when it is known */
  @IsOptional()
  @ValidateNested()
  @Type(() => ImposedDisciplineDto)
  imposed?: ImposedDisciplineDto | null;
}
