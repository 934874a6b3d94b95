import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { POLICY_STATUSES, type PolicyStatus } from '../rules/policy-status.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORM = { message: '$property must be a day written YYYY-MM-DD.' };
const SAYS = /\S/;
const WEB = { protocols: ['http', 'https'], require_protocol: true };

export class PolicyBasisDto {
  /** A case that you may see */
  @IsUUID()
  complaintId!: string;

  /** A recommendation of policy, training or supervision sent in that case, which is taken over */
  @IsOptional()
  @IsUUID()
  recommendationId?: string | null;
}

export class IssuePolicyDto {
  /** A code of the charter's `oversight.policyTracker.kinds` */
  @IsString()
  @Length(1, 100)
  kind!: string;

  /** Who is to answer: an office, not a name; published */
  @IsString()
  @Length(1, 200)
  @Matches(SAYS, { message: 'addressedTo must say who is to answer.' })
  addressedTo!: string;

  /** From inside, and about no one case: what belongs to one is said there. What the public reads is written by itself */
  @IsString()
  @Length(1, 300)
  @Matches(SAYS, { message: 'title must say what it is about.' })
  title!: string;

  @IsString()
  @Length(1, 20_000)
  @Matches(SAYS, { message: 'text must say what is recommended.' })
  text!: string;

  /** The carried motion that it rests on, about no case; left out where the agency recommends policy by its own power */
  @IsOptional()
  @IsUUID()
  motionId?: string | null;

  /** YYYY-MM-DD; today when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  issuedOn?: string | null;

  /** YYYY-MM-DD; by the charter's clock when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  answerDueOn?: string | null;

  /** Cases that it rests on; each stays behind its own walls and none is published */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PolicyBasisDto)
  basis?: PolicyBasisDto[] | null;
}

export class PublicTextDto {
  /** The step that it is of; left out: the recommendation itself */
  @IsOptional()
  @IsUUID()
  stepId?: string | null;

  /** Of the recommendation alone */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  @Matches(SAYS, { message: 'title must say what it is about.' })
  title?: string | null;

  /** As the public reads it: no name, and nothing by which somebody could be known */
  @IsString()
  @Length(1, 20_000)
  @Matches(SAYS, { message: 'text must say something.' })
  text!: string;

  @IsOptional()
  @IsUrl(WEB)
  @Length(1, 1000)
  url?: string | null;
}

export class PolicyPageDto {
  /** How many, 50 when not said */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  /** The number of the last one of the page before */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  before?: number;

  @IsOptional()
  @IsIn(POLICY_STATUSES)
  status?: PolicyStatus;
}
