import type { ComplaintStatus } from '../rules/complaint-status.js';

export class ScreenedView {
  status!: ComplaintStatus;
}

export class AssignedView {
  assignmentId!: string;
}

export class RecusedView {
  recusalId!: string;
}
