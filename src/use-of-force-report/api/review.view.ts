import type { ReferredTo, ReviewDecision } from '../rules/review-decision.js';

/** What a department reads of its reports' reviews are those that returned them; the rest is the agency's own. */
export class ReportReviewView {
  decision!: ReviewDecision;
  reasons!: string | null;
  /** ISO 8601 */
  reviewedAt!: string;
  /** The level, by its code in the charter; null in what was decided before there were levels. For the agency alone, as all that follows */
  level?: string | null;
  findings?: string[];
  /** ISO 8601 */
  dueAt?: string | null;
  late?: boolean | null;
  /** Of which telling; 1 is the first */
  round?: number | null;
  referredTo?: ReferredTo | null;
}

export class ReportReviewedView {
  status!: 'in_review' | 'accepted' | 'returned';
  version!: number;
  /** Decided after its time */
  late!: boolean;
  /** To be taken up by the board's clerk or into a complaint */
  referralId!: string | null;
}

export class WaitingReviewView {
  reportId!: string;
  departmentId!: string;
  departmentName!: string;
  reportNumber!: string;
  status!: 'submitted' | 'in_review';
  version!: number;
  /** The level whose turn it is, by its code in the charter */
  level!: string;
  levelLabel!: string;
  /** Roles that may decide there */
  roles!: string[];
  /** When it came to this level */
  openedAt!: Date;
  /** From then on a decision is late */
  dueAt!: Date;
  late!: boolean;
}

export class WaitingReviewPageView {
  reports!: WaitingReviewView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}
