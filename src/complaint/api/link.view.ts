import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { RelatedReason } from '../rules/related-score.js';

export class LinkedView {
  linkId!: string;
}

export class RelatedCaseView {
  complaintId!: string;
  caseNumber!: string;
  status!: ComplaintStatus;
  /** YYYY-MM-DD */
  incidentOn!: string | null;
  /** 0 to 1 */
  score!: number;
  reasons!: RelatedReason[];
}

export class RelatedCasesView {
  items!: RelatedCaseView[];
}
