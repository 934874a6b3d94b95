import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { ReportStatus } from '../rules/review-decision.js';

export class PageDto {
  /** The `next` of the page before */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** How many, 50 when not said */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class ListReportsDto extends PageDto {
  /** Only those that stand so */
  @IsOptional()
  @IsIn(['submitted', 'in_review', 'returned', 'accepted', 'withdrawn'])
  status?: ReportStatus;

  /** Only this department's */
  @IsOptional()
  @IsUUID()
  departmentId?: string;
}
