export class PublicMeetingView {
  id!: string;
  /** The place's name in addresses */
  jurisdiction!: string;
  jurisdictionName!: string;
  /** IANA name */
  timeZone!: string;
  board!: string;
  /** regular, special or emergency */
  kind!: string;
  startsAt!: Date;
  place!: string | null;
  remoteAccess!: string | null;
  emergencyReason!: string | null;
  cancelReason!: string | null;
  /** scheduled, open, adjourned or cancelled */
  status!: string;
  postedAt!: Date;
  adjournedAt!: Date | null;
  /** Up by one with each change that was told */
  sequence!: number;
  changedAt!: Date;
  /** null: no later meeting has approved the minutes */
  minutesApprovedAt!: Date | null;
}

export class PublicAmendmentView {
  /** added, withdrawn or retitled */
  kind!: string;
  formerTitle!: string | null;
  /** After the notice deadline: the ground in law, in words */
  lateGround!: string | null;
  amendedAt!: string;
}

export class PublicMaterialView {
  title!: string;
  url!: string;
}

export class PublicReportOutView {
  /** null: withheld since */
  text!: string | null;
  reportedAt!: string;
}

export class PublicOpinionView {
  /** dissent, concurrence or minority_report */
  kind!: string;
  /** Names of the members who signed it */
  authors!: string[];
  /** null: withheld since */
  text!: string | null;
  publishedAt!: string;
}

export class PublicItemView {
  id!: string;
  position!: number;
  /** null: of a closed item, or withheld since */
  title!: string | null;
  closed!: boolean;
  /** The ground in law for closing the doors, in words */
  ground!: string | null;
  withdrawn!: boolean;
  amendments!: PublicAmendmentView[];
  materials!: PublicMaterialView[];
  reportsOut!: PublicReportOutView[];
  /** What members said beside the result of a vote on an open item */
  opinions!: PublicOpinionView[];
}

export class PublicAgendaView extends PublicMeetingView {
  agenda!: PublicItemView[];
}

export class PublicMinutesSectionView {
  position!: number;
  /** opening, attendance, item, comments or adjournment */
  kind!: string;
  itemId!: string | null;
  /** null: of a closed item, or withheld since */
  text!: string | null;
  /** Names of members who were recused from the item */
  recused!: string[];
}

export class PublicCommentView {
  number!: number;
  itemId!: string | null;
  /** null: did not agree to be named */
  name!: string | null;
  text!: string | null;
}

export class PublicMinutesView {
  meeting!: PublicAgendaView;
  sections!: PublicMinutesSectionView[];
  comments!: PublicCommentView[];
}

export class PublicMeetingsView {
  items!: PublicMeetingView[];
}
