export class IdentityAskedView {
  requestId!: string;
}

export class IdentityDecidedView {
  granted!: boolean;
  /** Until when who asked may read it; null when refused */
  grantedUntil!: Date | null;
}

export class IdentityDecisionView {
  granted!: boolean;
  decidedBy!: string;
  decidedAt!: Date;
  grantedUntil!: Date | null;
  reason!: string;
}

export class IdentityRequestView {
  requestId!: string;
  askedBy!: string;
  askedAt!: Date;
  reason!: string;
  /** Null while it waits */
  decision!: IdentityDecisionView | null;
}

export class IdentityRequestsView {
  items!: IdentityRequestView[];
}

export class WaitingRequestView {
  requestId!: string;
  complaintId!: string;
  caseNumber!: string;
  askedBy!: string;
  askedAt!: Date;
}

export class WaitingRequestsView {
  items!: WaitingRequestView[];
}
