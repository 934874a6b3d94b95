import type { Choice } from '../rules/seat.js';

export class DecisionView {
  /** carried or failed */
  status!: 'carried' | 'failed';
  /** How many had to take part */
  quorum!: number;
  /** How many did: in the room or having voted, and not recused */
  membersPresent!: number;
  yesVotes!: number;
  noVotes!: number;
}

export class MotionSummaryView {
  id!: string;
  agendaItemId!: string;
  complaintId!: string | null;
  allegationId!: string | null;
  /** The finding that carrying it makes: a code of the case's charter */
  proposedFinding!: string | null;
  text!: string;
  mover!: string;
  seconder!: string;
  movedAt!: Date;
  /** open, carried, failed or withdrawn */
  status!: 'open' | 'carried' | 'failed' | 'withdrawn';
  /** This and the tally stand once the motion is carried or failed */
  quorum!: number | null;
  membersPresent!: number | null;
  yesVotes!: number | null;
  noVotes!: number | null;
  /** When it was decided or withdrawn */
  decidedAt!: Date | null;
}

export class VoteView {
  memberId!: string;
  name!: string;
  /** yes, no or abstain */
  choice!: Choice;
  /** In the member's own words; null when none was given, or when the case's key was destroyed */
  reason!: string | null;
  castAt!: Date;
  /** False for a member who was recused after voting; null while the motion is undecided */
  counted!: boolean | null;
}

export class MotionView extends MotionSummaryView {
  votes!: VoteView[];
}
