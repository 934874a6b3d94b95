import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { WORK_KINDS, type WorkKind } from '../rules/work-moves.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

class WorkDto {
  /** What is to be done, asked or brought; kept sealed */
  @IsString()
  @Length(1, 5000)
  what!: string;

  /** ISO date */
  @Optional()
  @Matches(ISO_DATE)
  dueOn?: string;

  /** Whose work it is */
  @Optional()
  @IsUUID()
  assignedTo?: string;
}

export class AddTaskDto extends WorkDto {}

/** `personId` or `complaintOfficerId`: one, of the case. */
export class PlanInterviewDto extends WorkDto {
  @Optional()
  @IsUUID()
  personId?: string;

  @Optional()
  @IsUUID()
  complaintOfficerId?: string;
}

export class RequestRecordsDto extends WorkDto {
  /** A code of the charter's `investigation.recordKinds` */
  @IsString()
  @Length(1, 100)
  recordKind!: string;

  /** Who has them; kept sealed */
  @IsString()
  @Length(1, 500)
  whom!: string;
}

class StepDto {
  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  on!: string;

  /** What came of it, or why not; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 20_000)
  text?: string;
}

export class TaskStepDto extends StepDto {
  @IsIn(['done', 'cancelled'])
  to!: 'done' | 'cancelled';
}

export class InterviewStepDto extends StepDto {
  /** `notified`: the notice was sent. `scheduled`: `on` is the day that was agreed. `text` is a summary of one held */
  @IsIn(['notified', 'scheduled', 'held', 'missed', 'refused', 'cancelled'])
  to!: 'notified' | 'scheduled' | 'held' | 'missed' | 'refused' | 'cancelled';

  /** Under which warning the statement was given: a code of the charter's `investigation.interviewWarnings` */
  @Optional()
  @IsString()
  @Length(1, 100)
  warning?: string;

  @Optional()
  @IsBoolean()
  warningAcknowledged?: boolean;

  @Optional()
  @IsBoolean()
  representativePresent?: boolean;

  /** The recording, as evidence of the case */
  @Optional()
  @IsUUID()
  recordingEvidenceId?: string;

  /** Where the recording lies, when it is no evidence of the case; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 500)
  recording?: string;
}

export class RecordsStepDto extends StepDto {
  /** `text` is the ground of a refusal, or what is missing of what came in part */
  @IsIn(['partly_received', 'received', 'refused', 'withdrawn'])
  to!: 'partly_received' | 'received' | 'refused' | 'withdrawn';
}

export class SubpoenaStepDto extends StepDto {
  @IsIn(['served', 'complied', 'defied', 'quashed', 'withdrawn'])
  to!: 'served' | 'complied' | 'defied' | 'quashed' | 'withdrawn';
}

export class ListWorkDto {
  /** Left out: every kind */
  @Optional()
  @IsIn(WORK_KINDS)
  kind?: WorkKind;
}
