import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/http/page.dto.js';
import { OPENING_STATUSES, type OpeningStatus } from '../rules/opening-status.js';

export class AskForOpeningDto {
  /** The case's number, or its id */
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'case must name a case.' })
  case!: string;

  /** For how many hours; the charter says how many at the longest */
  @IsInt()
  @Min(1)
  @Max(744)
  hours!: number;

  /** Why; kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

export class DecideOnOpeningDto {
  @IsBoolean()
  approved!: boolean;

  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

export class ReviewOpeningDto {
  @IsBoolean()
  wasRight!: boolean;

  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'remarks must say why.' })
  remarks!: string;
}

export class OpeningPageDto extends PageDto {
  /** Those alone that stand so */
  @ApiProperty({ enum: OPENING_STATUSES, required: false })
  @IsOptional()
  @IsIn(OPENING_STATUSES)
  status?: OpeningStatus;
}
