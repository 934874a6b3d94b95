import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { RECUSAL_REASONS, type RecusalReason } from '../rules/recusal-reason.js';
import { SCREENING_DECISIONS, type ScreeningDecision } from '../rules/screening-decision.js';
import { Optional } from '../../platform/http/optional.js';

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
}

export class AssignComplaintDto {
  /** An investigator or a supervisor */
  @IsUUID()
  staffId!: string;

  /** To reassign: the assignment that this one ends */
  @Optional()
  @IsUUID()
  replaces?: string;
}

export class DeclareRecusalDto {
  /** Left out: the signed-in person themselves */
  @Optional()
  @IsUUID()
  staffId?: string;

  @IsIn(RECUSAL_REASONS)
  reason!: RecusalReason;
}
