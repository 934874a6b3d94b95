export class ForceReferralView {
  id!: string;
  reportId!: string;
  reportNumber!: string;
  departmentName!: string;
  /** YYYY-MM-DD; null in some imported reports */
  occurredOn!: string | null;
  referTo!: 'board' | 'complaint';
  findings!: string[];
  reasons!: string;
  referredAt!: Date;
}

export class ReferralPageView {
  referrals!: ForceReferralView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}

export class CaseOpenedView {
  complaintId!: string;
  caseNumber!: string;
}

export class ReportOnAgendaView {
  /** Of the agenda item */
  id!: string;
  position!: number;
}

export class ReportLinkedView {
  linkId!: string;
}

export class LinkedReportView {
  linkId!: string;
  reportId!: string;
  reportNumber!: string;
  departmentName!: string;
  /** YYYY-MM-DD */
  occurredOn!: string | null;
  status!: string;
  reason!: string;
  linkedAt!: Date;
  /** Null while it stands */
  endedAt!: Date | null;
}

export class LinkedReportsView {
  links!: LinkedReportView[];
}

export class LinkedComplaintView {
  linkId!: string;
  complaintId!: string;
  caseNumber!: string;
  status!: string;
  linkedAt!: Date;
}

export class LinkedComplaintsView {
  links!: LinkedComplaintView[];
}
