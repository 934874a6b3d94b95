import { ApiProperty } from '@nestjs/swagger';
import { OPENING_STATUSES, type OpeningStatus, OWN_STATUSES, type OwnStatus } from '../rules/opening-status.js';

export class OpeningAskedView {
  id!: string;
  /** Until when it may be approved */
  lapsesAt!: Date;
}

export class OwnOpeningView {
  id!: string;
  askedAt!: Date;
  hours!: number;
  /** `waiting` until it is opened, or its time is up: that nobody approved it is all that is told */
  @ApiProperty({ enum: OWN_STATUSES })
  status!: OwnStatus;
  lapsesAt!: Date;
  /** While it is open; null otherwise, as are the case's id and number */
  openUntil!: Date | null;
  complaintId!: string | null;
  caseNumber!: string | null;
}

export class OwnOpeningsView {
  items!: OwnOpeningView[];
}

export class OpeningView {
  id!: string;
  complaintId!: string;
  caseNumber!: string;
  @ApiProperty({ enum: OPENING_STATUSES })
  status!: OpeningStatus;
  hours!: number;
  askedBy!: string;
  askedAt!: Date;
  lapsesAt!: Date;
  decidedBy!: string | null;
  decidedAt!: Date | null;
  /** Null: it was not approved */
  openUntil!: Date | null;
  /** Null: nobody ended it before its hours were over */
  endedBy!: string | null;
  endedAt!: Date | null;
  reviewedBy!: string | null;
  reviewedAt!: Date | null;
  wasRight!: boolean | null;
}

export class OpeningPageView {
  items!: OpeningView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}

export class GlassLookView {
  at!: Date;
  permission!: string;
  /** The operation of the API, e.g. GET /api/v1/complaints/:complaintId/evidence */
  operation!: string;
}

export class OpeningDetailsView extends OpeningView {
  /** Null once the case's key was destroyed, as are the other words */
  reason!: string | null;
  decisionReason!: string | null;
  reviewRemarks!: string | null;
  /** Each look into the case through this opening, oldest first; 1,000 at most */
  looks!: GlassLookView[];
}

export class OpeningDecidedView {
  approved!: boolean;
  openUntil!: Date | null;
}
