import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ConflictSign } from '../rules/conflicts-found.js';

export class ScreenedView {
  status!: ComplaintStatus;
}

export class AssignedView {
  assignmentId!: string;
  /** What is known of this person and the case, and does not bar them */
  warnings!: ConflictSign[];
}

export class RecusedView {
  recusalId!: string;
}
