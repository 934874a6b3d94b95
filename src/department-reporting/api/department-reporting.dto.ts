import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const PERIOD = /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/;
const PERIOD_FORM = { message: '$property must be a year written YYYY or a month written YYYY-MM.' };

export class DepartmentReportingQuestionDto {
  /** A department's name */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  department?: string;

  @IsOptional()
  @IsIn(['month', 'year'])
  grain?: 'month' | 'year';

  /** First year or month, YYYY or YYYY-MM */
  @IsOptional()
  @Matches(PERIOD, PERIOD_FORM)
  from?: string;

  /** Last year or month, YYYY or YYYY-MM */
  @IsOptional()
  @Matches(PERIOD, PERIOD_FORM)
  to?: string;
}
