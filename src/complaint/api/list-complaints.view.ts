import type { Track } from '../../charter/index.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';

export class ListedComplaintView {
  complaintId!: string;
  caseNumber!: string;
  kind!: ComplaintKind;
  status!: ComplaintStatus;
  channel!: string;
  anonymous!: boolean;
  /** The hour alone when anonymous; null for some imported cases */
  receivedAt!: Date | null;
  /** YYYY-MM-DD */
  incidentOn!: string | null;
  /** YYYY-MM-DD */
  closedOn!: string | null;
  district!: string | null;
  beat!: string | null;
  /** A code of the charter, and how its cases are worked */
  classification!: string | null;
  track!: Track | null;
  /** The staff id of who works on it now */
  assignedTo!: string | null;
  /** How many */
  allegations!: number;
  /** YYYY-MM-DD: when the first of its open clocks runs out */
  dueOn!: string | null;
  version!: number;
}

export class ComplaintPageView {
  items!: ListedComplaintView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}
