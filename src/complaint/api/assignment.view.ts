import type { AssignmentEnd } from '../records/assignment.store.js';

export class AssignmentToldView {
  assignmentId!: string;
  staffId!: string;
  displayName!: string;
  assignedBy!: string;
  /** The hour alone when the case is anonymous, as is `endedAt` */
  assignedAt!: Date;
  /** Why to them; null where nobody said */
  reason!: string | null;
  /** Null: they have it now */
  endedAt!: Date | null;
  endedBy!: string | null;
  /** Null while it lasts, and of those that ended before this was noted */
  endedWhy!: AssignmentEnd | null;
}

export class AssignmentsView {
  /** Oldest first */
  items!: AssignmentToldView[];
}
