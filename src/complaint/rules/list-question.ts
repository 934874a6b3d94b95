import type { ComplaintStatus } from './complaint-status.js';
import type { ListCursor, ListSort } from './list-cursor.js';

/** What a list of cases is asked for. What is left out does not narrow it. Days are YYYY-MM-DD where the agency is. */
export interface ListFilter {
  status?: ComplaintStatus | undefined;
  /** A code of the charter, as are `channel` and `allegationGroup` */
  classification?: string | undefined;
  channel?: string | undefined;
  allegationGroup?: string | undefined;
  district?: string | undefined;
  departmentId?: string | undefined;
  officerId?: string | undefined;
  /** `me`, `nobody`, or a person's id */
  assignedTo?: string | undefined;
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  closedFrom?: string | undefined;
  closedTo?: string | undefined;
  /** With a clock that has run out */
  overdue?: boolean | undefined;
  caseNumber?: string | undefined;
  /** How the number begins */
  numberBegins?: string | undefined;
}

export interface ListQuestion {
  filter: ListFilter;
  sort: ListSort;
  limit: number;
  after: ListCursor | null;
}
