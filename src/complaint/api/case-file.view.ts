import type { GenericClass, Track } from '../../charter/index.js';
import type { AssignmentEnd } from '../records/assignment.store.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { FindingStage } from '../rules/finding-stage.js';
import type { ComplaintKind } from '../rules/intake-faults.js';
import type { ContactWay } from '../rules/intake-record.js';
import type { RecusalReason } from '../rules/recusal-reason.js';
import type { ScreeningDecision } from '../rules/screening-decision.js';
import { ClosingOnFileView, ExpungementOnFileView, HoldOnFileView, SealingOnFileView } from './case-closing.view.js';
import {
  ClassificationOnFileView,
  DepartmentInCaseView,
  LinkOnFileView,
  ReferralOnFileView,
  ScreeningOnFileView,
} from './case-file-parts.view.js';
import { OfficerInCaseView, PersonInCaseView } from './case-people.view.js';
import { SealedView } from './sealed.view.js';

export class ScreeningView {
  decision!: ScreeningDecision;
  referredTo!: string | null;
  reason!: SealedView;
  decidedBy!: string;
  decidedAt!: string;
}

export class FindingView {
  findingId!: string;
  stage!: FindingStage;
  /** A code of the charter */
  finding!: string;
  genericClass!: GenericClass;
  reasons!: SealedView;
  recordedBy!: string | null;
  recordedAt!: string;
  supersedes!: string | null;
  /** A code of the charter: by what measure it was found */
  standardOfProof!: string | null;
  /** The evidence that it rests on */
  evidenceIds!: string[];
  /** False when a later finding superseded it */
  standing!: boolean;
}

export class DisciplineView {
  disciplineId!: string;
  stage!: 'recommended' | 'imposed';
  /** A code of the charter; null: what was imposed was taken away */
  kind!: string | null;
  days!: number | null;
  recordedAt!: string;
  supersedes!: string | null;
}

export class AllegationView {
  allegationId!: string;
  complaintOfficerId!: string;
  /** A code of the charter */
  category!: string;
  /** What it was called before, oldest first */
  formerCategories!: string[];
  findings!: FindingView[];
  disciplines!: DisciplineView[];
}

export class AssignmentView {
  assignmentId!: string;
  staffId!: string;
  displayName!: string;
  assignedBy!: string;
  assignedAt!: string;
  endedAt!: string | null;
  endedWhy!: AssignmentEnd | null;
  /** Read with the list of assignments */
  reason!: SealedView;
}

export class RecusalView {
  staffId!: string;
  reason!: RecusalReason;
  declaredAt!: string;
}

/** What was asked at the door; null: nobody asked. */
export class IntakeView {
  /** Staff; null when the person filed it themselves */
  takenInBy!: string | null;
  /** Who may know the name: a code of the charter */
  privacy!: string | null;
  /** Who complains is read on a grant of the custodian alone */
  shielded!: boolean;
  /** Codes of the charter */
  accommodations!: string[];
  retaliationFeared!: boolean | null;
  retaliation!: SealedView;
  pendingCharges!: boolean | null;
  pendingSuit!: boolean | null;
  preferredContact!: ContactWay | null;
  /** The day on which the sworn statement came */
  affidavitReceivedOn!: string | null;
  /** A supervisor went without it */
  affidavitOverridden!: boolean;
}

export class CautionView {
  code!: string;
  meaning!: string;
}

/** The dialogue with who complains. */
export class MessageCountView {
  count!: number;
  /** By the signed-in person */
  unread!: number;
}

/** The whole case for staff: who is behind it is told only as present or not. */
export class CaseFileView {
  complaintId!: string;
  caseNumber!: string;
  kind!: ComplaintKind;
  channel!: string;
  anonymous!: boolean;
  status!: ComplaintStatus;
  /** The hour alone when anonymous, as are all times of the file then */
  receivedAt!: string | null;
  /** YYYY-MM-DD, as are `closedOn` and other days */
  incidentOn!: string | null;
  district!: string | null;
  beat!: string | null;
  closedOn!: string | null;
  language!: string | null;
  /** The data set that an imported case came from */
  source!: string | null;
  /** The version of the charter that the case was opened under, and keeps */
  charterVersion!: number;
  version!: number;
  intake!: IntakeView;
  /** What to keep in mind before anybody is asked anything */
  cautions!: CautionView[];
  messages!: MessageCountView;
  narrative!: SealedView;
  place!: SealedView;
  /** A code of the charter, and how its cases are worked */
  classification!: string | null;
  track!: Track | null;
  /** The decision at the door that stands */
  screening!: ScreeningView | null;
  /** Every decision at the door, oldest first */
  screenings!: ScreeningOnFileView[];
  referrals!: ReferralOnFileView[];
  classifications!: ClassificationOnFileView[];
  /** Cases that this one is, or was, linked with; none that is hidden from you */
  links!: LinkOnFileView[];
  /** The departments of its officers */
  departments!: DepartmentInCaseView[];
  people!: PersonInCaseView[];
  officers!: OfficerInCaseView[];
  allegations!: AllegationView[];
  assignments!: AssignmentView[];
  recusals!: RecusalView[];
  /** Each time that it was closed, oldest first */
  closings!: ClosingOnFileView[];
  /** How long it is kept, as it stands closed now: a code of the charter, and the last day */
  retentionClass!: string | null;
  disposeAfter!: string | null;
  holds!: HoldOnFileView[];
  sealings!: SealingOnFileView[];
  expungements!: ExpungementOnFileView[];
}
