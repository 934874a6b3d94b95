import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type DepartmentOutcome, RESPONSES } from '../records/audit-request.store.js';
import { AUDIT_VERDICTS, type AuditVerdict } from '../rules/review-faults.js';
import { TREND_STEPS, type TrendStep } from '../rules/trend.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORM = { message: '$property must be a day written YYYY-MM-DD.' };
const MOST_FILES = 5_000;

export class AuditClassDto {
  /** Codes of the charter's `allegations`; one of them, or of the groups, is enough */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  allegations?: string[];

  /** Codes of the charter's `allegationGroups` */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  allegationGroups?: string[];

  /** Codes of the charter's `classifications` */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  classifications?: string[];

  /** What the department found: codes of the charter's `findings` */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  findings?: string[];
}

export class PlanAuditDto {
  /** From inside */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, { message: 'title must say what is audited.' })
  title!: string;

  /** First day on which the department found, YYYY-MM-DD */
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  periodFrom!: string;

  /** Last day, YYYY-MM-DD */
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  periodTo!: string;

  /** `random`: so many by a seed; `all` of the class */
  @IsIn(['random', 'all'])
  method!: 'random' | 'all';

  /** Of a random sample */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_FILES)
  sampleSize?: number | null;

  /** Which cases; without it any on which the department found in the period */
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditClassDto)
  class?: AuditClassDto;

  /** The department's own numbers, of files that are not in this system, instead of cases; kept sealed */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_FILES)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  references?: string[];
}

export class ItemAnswerDto {
  /** A code of the charter's `oversight.affairsAudit.checklist` */
  @IsString()
  @Length(1, 100)
  item!: string;

  @IsIn(AUDIT_VERDICTS)
  verdict!: AuditVerdict;

  /** Needed unless the reviewer agrees; kept sealed */
  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  reasons?: string | null;
}

export class ReviewFileDto {
  /** Each item of the checklist, once */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ItemAnswerDto)
  answers!: ItemAnswerDto[];
}

export class MoreWorkDto {
  /** What is to be done; kept sealed */
  @IsString()
  @Length(1, 10_000)
  @Matches(/\S/, { message: 'text must say what is to be done.' })
  text!: string;

  /** YYYY-MM-DD; by the charter's clock when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  dueOn?: string | null;
}

export class DepartmentResponseDto {
  /** The request that it answers; left out: the audit as a whole, once its report was sent */
  @IsOptional()
  @IsUUID()
  requestId?: string | null;

  @IsIn(RESPONSES)
  outcome!: DepartmentOutcome;

  /** Needed unless it is accepted in full; kept sealed */
  @IsOptional()
  @IsString()
  @Length(1, 20_000)
  text?: string | null;

  /** YYYY-MM-DD; today when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  respondedOn?: string | null;
}

export class TrendQuestionDto {
  /** By what the periods go in which audited times end */
  @IsOptional()
  @IsIn(TREND_STEPS)
  by: TrendStep = 'quarter';

  /** Audits of a time that ends on this day or later, YYYY-MM-DD */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  to?: string;
}
