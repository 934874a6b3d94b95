import { IsIn, IsObject, IsOptional, IsString, IsUrl, IsUUID, Length, Matches } from 'class-validator';
import { DENOMINATOR_KINDS, type DenominatorKind, type Grouping, GROUPINGS } from '../rules/denominator-statement.js';

const MONTH = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;
const MONTH_FORM = { message: '$property must be a month written YYYY-MM.' };

export class DenominatorAddressDto {
  @IsIn(DENOMINATOR_KINDS)
  kind!: DenominatorKind;

  /** YYYY-MM; population: the month that the count holds from */
  @Matches(MONTH, MONTH_FORM)
  month!: string;

  @IsIn(GROUPINGS)
  grouping!: Grouping;
}

export class TellDenominatorDto {
  /** Staff only: whose count it is; absent: of the whole place. A department tells of itself. */
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  /** Who counted, where and when, in words that can be cited */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, { message: 'source must say who counted.' })
  source!: string;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, 500)
  sourceUrl?: string;

  /** By group: codes of the charter for race and gender, bands such as `18-24` and `65+` for age, `all`; `unknown` besides */
  @IsObject()
  counts!: Record<string, number>;
}

export class DenominatorQuestionDto {
  @IsOptional()
  @IsIn(DENOMINATOR_KINDS)
  kind?: DenominatorKind;

  @IsOptional()
  @IsIn(GROUPINGS)
  grouping?: Grouping;

  /** A department's name; `place`: of the whole place */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  department?: string;

  /** First month, YYYY-MM */
  @IsOptional()
  @Matches(MONTH, MONTH_FORM)
  from?: string;

  /** Last month, YYYY-MM */
  @IsOptional()
  @Matches(MONTH, MONTH_FORM)
  to?: string;

  /** `true`: superseded counts as well */
  @IsOptional()
  @IsIn(['true', 'false'])
  'all-versions'?: 'true' | 'false';
}
