import type { Track } from '../../charter/index.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { LinkKind } from '../rules/link-kind.js';
import type { ScreeningDecision, TestAnswer } from '../rules/screening-decision.js';
import { SealedView } from './sealed.view.js';

export class ScreeningTestView {
  /** A code of the charter */
  test!: string;
  answer!: TestAnswer;
}

export class AppealOnFileView {
  /** The hour alone when the person themselves filed it */
  filedAt!: string;
  /** Null: by the person themselves */
  takenBy!: string | null;
}

export class ScreeningOnFileView {
  screeningId!: string;
  decision!: ScreeningDecision;
  referredTo!: string | null;
  /** A code of the charter's reasons to decline */
  reasonCode!: string | null;
  /** Accepted by a supervisor against a test */
  overridden!: boolean;
  /** YYYY-MM-DD: the last day for an appeal */
  appealUntil!: string | null;
  reason!: SealedView;
  decidedBy!: string;
  decidedAt!: string;
  supersedes!: string | null;
  tests!: ScreeningTestView[];
  appeal!: AppealOnFileView | null;
}

export class ReferralAnswerOnFileView {
  kind!: 'acknowledged' | 'replied';
  /** YYYY-MM-DD */
  on!: string;
}

export class ReferralOnFileView {
  referralId!: string;
  /** A code of the charter */
  body!: string | null;
  bodyName!: string;
  /** YYYY-MM-DD */
  sentOn!: string;
  answers!: ReferralAnswerOnFileView[];
}

export class ClassificationOnFileView {
  /** A code of the charter */
  classification!: string;
  track!: Track;
  reason!: SealedView;
  decidedBy!: string;
  decidedAt!: string;
}

export class LinkOnFileView {
  linkId!: string;
  kind!: LinkKind;
  /** The other case */
  complaintId!: string;
  caseNumber!: string;
  status!: ComplaintStatus;
  /** Said of this case; false: said of the other */
  outgoing!: boolean;
  linkedBy!: string;
  linkedAt!: string;
  endedAt!: string | null;
}

export class DepartmentInCaseView {
  departmentId!: string;
  name!: string;
}

export class IdentificationView {
  identificationId!: string;
  /** Who they were taken for; null: the one before was undone */
  officerId!: string | null;
  /** By what: a code of the charter; null where nobody said, and when it was undone */
  means!: string | null;
  /** The one that this put right */
  supersedes!: string | null;
  reason!: SealedView;
  recordedBy!: string;
  recordedAt!: string;
}
