import { INCIDENT_ELEMENTS } from '../rules/incident-elements.js';
import { Describes } from './describes.js';
import { ProgrammeAnswerView } from './programme.view.js';
import { LineFaultView } from './bulk.view.js';
import { ForceDto, OfficerDto, SubjectDto } from './report.dto.js';
import { ReportReviewView } from './review.view.js';

/** The proof that a report came in */
export class SubmissionReceiptView {
  id!: string;
  reportNumber!: string;
  status!: 'submitted';
  version!: number;
  /** ISO 8601 */
  submittedAt!: string;
  /** What each programme that binds the department says of it */
  programmes!: ProgrammeAnswerView[];
  /** The programmes, by the charter's codes, that it came too late for; absent when it was told anew */
  lateFor?: string[];
  /** What else should be looked at, another report that tells the same, say */
  warnings?: LineFaultView[];
}

export class ReportSummaryView {
  id!: string;
  departmentId!: string;
  departmentName!: string;
  reportNumber!: string;
  incidentNumber!: string;
  /** YYYY-MM-DD; null in some imported reports */
  occurredOn!: string | null;
  status!: 'submitted' | 'in_review' | 'returned' | 'accepted' | 'withdrawn';
  /** What the department is to mend, while it is returned */
  returnReason!: string | null;
  submittedAt!: Date;
  version!: number;
}

export class ReportPageView {
  reports!: ReportSummaryView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}

export class ReportOfficerView extends OfficerDto {
  /** Null when the officer is not known */
  officerId!: string | null;
}

/** A report as it was told, every element of it */
@Describes(INCIDENT_ELEMENTS, { besides: ['reportNumber', 'incidentNumber', 'occurredOn'] })
export class ReportView extends ReportSummaryView {
  subjects!: SubjectDto[];
  officers!: ReportOfficerView[];
  force!: ForceDto[];
  reviews!: ReportReviewView[];
}

export class ZeroReportView {
  id!: string;
  /** The ORI that it is about; null for a department without one */
  ori!: string | null;
  /** YYYY-MM */
  month!: string;
  submittedAt!: Date;
}
