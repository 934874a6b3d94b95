import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { MATERIAL_KINDS, type MaterialKind } from '../records/material.store.js';

const SAYS = /\S/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORM = { message: '$property must be a day written YYYY-MM-DD.' };

export class TeamMemberDto {
  @IsUUID()
  staffId!: string;

  /** A code of the charter's `oversight.incidentReview.roles` */
  @IsString()
  @Length(1, 100)
  role!: string;
}

export class ConveneReviewDto {
  /** What happened; nothing privileged. Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(SAYS, { message: 'occasion must say what happened.' })
  occasion!: string;

  /** The case about it; its walls stand around the review as well */
  @IsOptional()
  @IsUUID()
  complaintId?: string | null;

  /** The department's report of force */
  @IsOptional()
  @IsUUID()
  reportId?: string | null;

  /** Every role that the charter needs, each by another person, none of whom works on the case */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberDto)
  team!: TeamMemberDto[];

  /** The agenda, in order: codes of the charter's `oversight.incidentReview.topics` */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  topics!: string[];
}

export class PrivilegedMaterialDto {
  @IsIn(MATERIAL_KINDS)
  kind!: MaterialKind;

  /** A topic of the agenda */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  topic?: string | null;

  @IsString()
  @Length(1, 300)
  @Matches(SAYS, { message: 'title must say what it is.' })
  title!: string;

  @IsString()
  @Length(1, 50_000)
  @Matches(SAYS, { message: 'text must say something.' })
  text!: string;

  /** Where the document lies */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, 1000)
  url?: string | null;
}

export class IncidentFindingDto {
  /** A topic of the agenda */
  @IsString()
  @Length(1, 100)
  topic!: string;

  /** In words that may leave the team: others read it once the review is concluded */
  @IsString()
  @Length(1, 20_000)
  @Matches(SAYS, { message: 'text must say what was found.' })
  text!: string;
}

export class IncidentRecommendationDto {
  /** A code of the charter's `oversight.policyTracker.kinds` */
  @IsString()
  @Length(1, 100)
  kind!: string;

  /** Who is to answer: an office, not a name; published */
  @IsString()
  @Length(1, 200)
  @Matches(SAYS, { message: 'addressedTo must say who is to answer.' })
  addressedTo!: string;

  /** Everybody who may read recommendations reads it: nothing privileged */
  @IsString()
  @Length(1, 300)
  @Matches(SAYS, { message: 'title must say what it is about.' })
  title!: string;

  @IsString()
  @Length(1, 20_000)
  @Matches(SAYS, { message: 'text must say what is recommended.' })
  text!: string;

  /** The carried motion that it rests on; left out where the agency recommends policy by its own power */
  @IsOptional()
  @IsUUID()
  motionId?: string | null;

  /** YYYY-MM-DD; by the charter's clock when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  answerDueOn?: string | null;
}
