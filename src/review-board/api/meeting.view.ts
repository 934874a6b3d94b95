import type { MeetingKind } from '../../charter/index.js';
import type { MeetingStatus } from '../records/meeting.store.js';
import { MotionSummaryView } from './motion.view.js';

export class MeetingSummaryView {
  id!: string;
  boardId!: string;
  /** The board's name */
  board!: string;
  kind!: MeetingKind;
  startsAt!: Date;
  /** scheduled, open, adjourned or cancelled */
  status!: MeetingStatus;
  agendaPostedAt!: Date | null;
  openedAt!: Date | null;
  adjournedAt!: Date | null;
  place!: string | null;
  remoteAccess!: string | null;
}

export class AgendaItemView {
  id!: string;
  position!: number;
  title!: string;
  closed!: boolean;
  /** The ground in law for closing the doors: a code of the charter */
  legalBasis!: string | null;
  complaintId!: string | null;
  panelId!: string | null;
  panelMemberIds!: string[];
  /** The earlier meeting whose minutes are approved under it */
  approvesMinutesOf!: string | null;
  withdrawnAt!: Date | null;
}

export class AttendanceView {
  memberId!: string;
  name!: string;
  arrivedAt!: Date;
  leftAt!: Date | null;
  /** By telephone or video */
  remote!: boolean;
}

export class StandInView {
  id!: string;
  alternateId!: string;
  memberId!: string;
  /** recused or away */
  ground!: string;
  complaintId!: string | null;
  seatedAt!: Date;
  endedAt!: Date | null;
}

/** A meeting as its reader may see it: items and motions on cases they are recused from are left out. */
export class MeetingView extends MeetingSummaryView {
  agenda!: AgendaItemView[];
  attendance!: AttendanceView[];
  standIns!: StandInView[];
  motions!: MotionSummaryView[];
}

export class AgendaItemAddedView {
  id!: string;
  position!: number;
}
