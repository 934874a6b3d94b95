import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { RECUSAL_REASONS, type RecusalReason } from '../rules/recusal-reason.js';
import {
  SCREENING_DECISIONS,
  type ScreeningDecision,
  TEST_ANSWERS,
  type TestAnswer,
} from '../rules/screening-decision.js';
import { Optional } from '../../platform/http/optional.js';

export class ScreeningTestDto {
  /** A code of the charter's `screening.tests` */
  @IsString()
  @Length(1, 60)
  test!: string;

  @IsIn(TEST_ANSWERS)
  answer!: TestAnswer;
}

export class ScreenComplaintDto {
  @IsIn(SCREENING_DECISIONS)
  decision!: ScreeningDecision;

  /** Why; needed to decline and to refer; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  reason?: string;

  /** The body that the case is passed to; the complainant is told */
  @Optional()
  @IsString()
  @Length(1, 200)
  referredTo?: string;

  /** The same as a code of the charter's `screening.referralBodies` */
  @Optional()
  @IsString()
  @Length(1, 60)
  body?: string;

  /** Why it is declined: a code of the charter's `screening.declineReasons` */
  @Optional()
  @IsString()
  @Length(1, 60)
  reasonCode?: string;

  /** What the charter's tests were answered with; a `no` stands against accepting */
  @Optional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ScreeningTestDto)
  tests?: ScreeningTestDto[];

  /** Accept although a test says no: for a supervisor, with the reason */
  @Optional()
  @IsBoolean()
  override?: boolean;
}

export class AssignComplaintDto {
  /** An investigator or a supervisor */
  @IsUUID()
  staffId!: string;

  /** To reassign: the assignment that this one ends */
  @Optional()
  @IsUUID()
  replaces?: string;

  /** Why to them; needed to reassign. Kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  reason?: string;
}

export class DeclareRecusalDto {
  /** Left out: the signed-in person themselves */
  @Optional()
  @IsUUID()
  staffId?: string;

  @IsIn(RECUSAL_REASONS)
  reason!: RecusalReason;
}
