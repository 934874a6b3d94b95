export class AuditPlannedView {
  id!: string;
  /** In the population */
  files!: number;
}

export class SampleDrawnView {
  /** Null: all of the class were taken */
  seed!: string | null;
  drawn!: number;
}

export class AuditDrawView {
  auditId!: string;
  /** Null: all of the class were taken */
  seed!: string | null;
  /** Every file of the audit by an id that says nothing of the case */
  pool!: string[];
  /** Those with the smallest SHA-256 of `<seed>:<id>`, the smallest first */
  drawn!: string[];
  drawnAt!: Date;
  /** Drawn again just now, it is the same */
  holds!: boolean;
}

export class FileReviewedView {
  id!: string;
  /** 1: the first look; each later one follows a request for more work */
  round!: number;
}

export class MoreWorkView {
  id!: string;
  /** YYYY-MM-DD */
  dueOn!: string;
}

export class DepartmentRespondedView {
  id!: string;
}

export class AuditSentView {
  /** YYYY-MM-DD */
  answerDueOn!: string;
}

export class AuditClassView {
  allegations!: string[];
  allegationGroups!: string[];
  classifications!: string[];
  findings!: string[];
}

export class AuditSummaryView {
  id!: string;
  title!: string;
  periodFrom!: string;
  periodTo!: string;
  /** cases (of this system) or list (of the department's own numbers) */
  source!: string;
  /** random or all */
  method!: string;
  sampleSize!: number | null;
  class!: AuditClassView;
  /** planned, reviewing, with_department, closed or cancelled */
  status!: string;
  answerDueOn!: string | null;
}

export class AuditsView {
  items!: AuditSummaryView[];
}

export class ItemAnswerView {
  item!: string;
  /** agree, disagree or not_applicable */
  verdict!: string;
  reasons!: string | null;
}

export class FileReviewView {
  id!: string;
  round!: number;
  reviewedBy!: string;
  reviewedAt!: string;
  answers!: ItemAnswerView[];
}

export class DepartmentResponseView {
  id!: string;
  /** accepted, accepted_in_part or rejected */
  outcome!: string;
  text!: string | null;
  respondedOn!: string;
}

export class MoreWorkAskedView {
  id!: string;
  text!: string;
  dueOn!: string;
  requestedAt!: string;
  response!: DepartmentResponseView | null;
}

export class DrawnFileView {
  id!: string;
  complaintId!: string | null;
  caseNumber!: string | null;
  /** The department's own number, of a file that is not in this system */
  reference!: string | null;
  reviews!: FileReviewView[];
  requests!: MoreWorkAskedView[];
}

export class AuditView extends AuditSummaryView {
  /** Those that were drawn, in that order; of a case that you may not see there is none */
  files!: DrawnFileView[];
  /** The department's to the audit as a whole */
  response!: DepartmentResponseView | null;
}

export class TrendRowView {
  /** 2026-03, 2026-Q1 or 2026 */
  period!: string;
  item!: string;
  label!: string;
  files!: number;
  /** At the first look */
  agreed!: number;
  disagreed!: number;
  notApplicable!: number;
  /** agreed / (agreed + disagreed) at the first look; null: it applied to none */
  agreeRate!: number | null;
  /** Agreed as it stands, after more work */
  agreedInTheEnd!: number;
}

export class TrendView {
  items!: TrendRowView[];
}
