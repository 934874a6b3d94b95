import { IsIn, IsISO8601, IsOptional, IsString, IsUrl, IsUUID, Length, Matches } from 'class-validator';
import { POLICY_ANSWERS, type PolicyAnswer, type Verdict, VERDICTS } from '../rules/policy-status.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORM = { message: '$property must be a day written YYYY-MM-DD.' };
const SAYS = /\S/;
const WEB = { protocols: ['http', 'https'], require_protocol: true };

export class PolicyAnswerDto {
  /** `none`: the day to answer by has passed and nothing came */
  @IsIn(POLICY_ANSWERS)
  answer!: PolicyAnswer;

  /** Needed unless it is accepted in full, or not answered */
  @IsOptional()
  @IsString()
  @Length(1, 20_000)
  reasons?: string | null;

  /** YYYY-MM-DD; today when not said */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  answeredOn?: string | null;

  /** By when it is to be done, YYYY-MM-DD; with a yes */
  @IsOptional()
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  doneBy?: string | null;
}

export class PolicyExtensionDto {
  /** The new day to answer by, YYYY-MM-DD, later than the one before */
  @Matches(DAY, DAY_FORM)
  @IsISO8601({ strict: true })
  answerDueOn!: string;

  @IsString()
  @Length(1, 5000)
  @Matches(SAYS, { message: 'reason must say why.' })
  reason!: string;
}

export class PolicyEvidenceDto {
  /** A document on the web; or else evidence in a case */
  @IsOptional()
  @IsUrl(WEB)
  @Length(1, 1000)
  url?: string | null;

  /** A case on which the recommendation rests */
  @IsOptional()
  @IsUUID()
  complaintId?: string | null;

  @IsOptional()
  @IsUUID()
  evidenceId?: string | null;

  /** What it shows */
  @IsOptional()
  @IsString()
  @Length(1, 5000)
  text?: string | null;
}

export class VerifyPolicyDto {
  @IsIn(VERDICTS)
  verdict!: Verdict;

  @IsString()
  @Length(1, 20_000)
  @Matches(SAYS, { message: 'reasons must say what the board has seen.' })
  reasons!: string;

  /** The carried motion by which the board says so */
  @IsOptional()
  @IsUUID()
  motionId?: string | null;
}

export class WithdrawPolicyDto {
  @IsString()
  @Length(1, 5000)
  @Matches(SAYS, { message: 'reason must say why.' })
  reason!: string;

  @IsOptional()
  @IsUUID()
  motionId?: string | null;
}
