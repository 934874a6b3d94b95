import type { HitKind, HitSource } from '../redaction/index.js';
import type { AwaitingSummary, SummaryInFull } from '../records/public-summary.reader.js';
import type { SummaryStatus } from '../records/public-summary.store.js';

export class HitKeptView {
  reason!: string;
  /** Who decided */
  staffId!: string;
  /** ISO time */
  at!: string;
}

export class HitView {
  hitId!: string;
  /** Place in the text, in UTF-16 units; `end` is behind the last */
  start!: number;
  end!: number;
  kind!: HitKind;
  /** `roster`: it stands in the case; `pattern`: it has the form; `suggestion`: it may be one */
  source!: HitSource;
  words!: string;
  /** Of whom, and how it was recognised */
  why!: string;
  /** Null: nobody has decided about it yet */
  kept!: HitKeptView | null;
}

export class SummaryApprovalView {
  staffId!: string;
  /** How many hits this person was shown */
  hitsShown!: number;
  /** ISO time */
  approvedAt!: string;
}

export class PublicSummaryView {
  summaryId!: string;
  complaintId!: string;
  /** draft, awaiting_approval or approved */
  status!: SummaryStatus;
  text!: string;
  textSha256!: string;
  writtenBy!: string;
  /** ISO time */
  writtenAt!: string;
  /** Everything found in the text that may tell who somebody is, in its order */
  hits!: HitView[];
  /** Hits that nobody has decided about; none may be left when it is submitted or approved */
  unresolved!: number;
  /** Of the text, its hits and the decisions: give it when you approve */
  reviewSha256!: string;
  /** Of this text with these hits and decisions */
  approvals!: SummaryApprovalView[];
}

export class SummaryApprovedView {
  approvals!: number;
  needed!: number;
}

export class AwaitingSummaryView {
  summaryId!: string;
  complaintId!: string;
  caseNumber!: string;
  /** ISO time */
  submittedAt!: string;
  /** By people other than you */
  approvals!: number;
  /** False when you wrote some of it or have approved it */
  yoursToApprove!: boolean;
}

export class AwaitingSummariesView {
  items!: AwaitingSummaryView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}

export function publicSummaryView(summary: SummaryInFull): PublicSummaryView {
  const { summaryId, complaintId, status, text, textSha256, writtenBy, unresolved, reviewSha256 } = summary;
  return {
    ...{ summaryId, complaintId, status, text, textSha256, writtenBy, unresolved, reviewSha256 },
    writtenAt: summary.writtenAt.toISOString(),
    hits: summary.hits.map(({ hitId, start, end, kind, source, words, why, kept }) => ({
      ...{ hitId, start, end, kind, source, words, why },
      kept: kept && { reason: kept.reason, staffId: kept.keptBy, at: kept.keptAt.toISOString() },
    })),
    approvals: summary.approvals.map(({ staffId, hitsShown, approvedAt }) => ({
      ...{ staffId, hitsShown },
      approvedAt: approvedAt.toISOString(),
    })),
  };
}

export function awaitingView(awaiting: AwaitingSummary): AwaitingSummaryView {
  return { ...awaiting, submittedAt: awaiting.submittedAt.toISOString() };
}
