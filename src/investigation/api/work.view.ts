import { ApiProperty } from '@nestjs/swagger';
import { WORK_KINDS, type WorkKind, type WorkStatus } from '../rules/work-moves.js';

export class WorkAddedView {
  itemId!: string;
}

export class StepView {
  @ApiProperty({ type: String })
  to!: WorkStatus;
  /** ISO date */
  on!: string;
  warning!: string | null;
  warningAcknowledged!: boolean | null;
  representativePresent!: boolean | null;
  recordingEvidenceId!: string | null;
  takenBy!: string;
  text!: string | null;
  recording!: string | null;
}

export class WorkItemView {
  itemId!: string;
  @ApiProperty({ enum: WORK_KINDS })
  kind!: WorkKind;
  /** See docs/status-machines.md */
  @ApiProperty({ type: String })
  status!: WorkStatus;
  /** ISO date */
  dueOn!: string | null;
  assignedTo!: string | null;
  personId!: string | null;
  complaintOfficerId!: string | null;
  recordKind!: string | null;
  addedBy!: string;
  what!: string;
  whom!: string | null;
  steps!: StepView[];
}

export class WorkView {
  items!: WorkItemView[];
}

export class OwnTaskView {
  itemId!: string;
  complaintId!: string;
  caseNumber!: string;
  /** ISO date */
  dueOn!: string | null;
}

export class OwnTasksView {
  items!: OwnTaskView[];
}
