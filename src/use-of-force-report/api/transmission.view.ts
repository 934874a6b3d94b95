export class SentReportView {
  reportId!: string;
  version!: number;
  /** `remove`: it was withdrawn, and the programme is told so */
  action!: 'add' | 'remove';
  /** JSON pointers into the report: what the programme's form has no words for */
  leftOut!: string[];
}

export class TransmissionView {
  id!: string;
  programme!: string;
  profileVersion!: string;
  form!: 'json' | 'csv';
  /** Of the file, in hexadecimal digits */
  sha256!: string;
  bytes!: number;
  /** ISO 8601 */
  exportedAt!: string;
  reports!: SentReportView[];
}

export class ProgrammeErrorView {
  reportNumber?: string;
  code!: string;
  message!: string;
}

export class AcknowledgementView {
  outcome!: 'accepted' | 'rejected';
  reference!: string | null;
  errors!: ProgrammeErrorView[];
  /** ISO 8601 */
  recordedAt!: string;
}

export class TransmissionSummaryView {
  id!: string;
  departmentId!: string;
  departmentName!: string;
  programme!: string;
  profileVersion!: string;
  form!: 'json' | 'csv';
  sha256!: string;
  bytes!: number;
  exportedAt!: Date;
  exportedByKind!: 'staff' | 'department';
  exportedBy!: string;
  /** How many it holds */
  reports!: number;
  /** How many of them were amended or withdrawn since */
  stale!: number;
  /** The programme's last answer */
  acknowledgement!: AcknowledgementView | null;
}

export class TransmissionPageView {
  transmissions!: TransmissionSummaryView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}

export class TransmittedReportView extends SentReportView {
  reportNumber!: string;
  staleAt!: Date | null;
  staleBecause!: 'amended' | 'withdrawn' | null;
}

export class WholeTransmissionView extends TransmissionSummaryView {
  sent!: TransmittedReportView[];
  acknowledgements!: AcknowledgementView[];
}

export class StaleReportView {
  programme!: string;
  departmentId!: string;
  departmentName!: string;
  reportId!: string;
  reportNumber!: string;
  transmissionId!: string;
  /** The version that the programme has */
  version!: number;
  staleAt!: Date;
  staleBecause!: 'amended' | 'withdrawn';
}

export class StaleReportsView {
  reports!: StaleReportView[];
  /** To be sent as `after` for the next page; null on the last. A page ends with a whole transmission */
  next!: string | null;
}

export class AcknowledgedView {
  id!: string;
}
