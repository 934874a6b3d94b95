import type { MotionStatus } from '../records/motion.store.js';
import type { OpinionKind } from '../rules/opinion.js';
import type { Position } from '../rules/roll.js';
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
  /** Only when whoever presides broke a tie: yes or no */
  castingVote?: 'yes' | 'no';
}

export class MotionSummaryView {
  id!: string;
  agendaItemId!: string;
  complaintId!: string | null;
  allegationId!: string | null;
  /** The finding that carrying it makes: a code of the case's charter */
  proposedFinding!: string | null;
  /** As it reads now; null when the case's key was destroyed */
  text!: string | null;
  mover!: string;
  seconder!: string | null;
  movedAt!: Date;
  /** The motion whose words it would change */
  amends!: string | null;
  /** The decided motion that it puts to the vote again */
  reconsiders!: string | null;
  /** The motion that an earlier meeting ended over */
  continues!: string | null;
  /** The carried motion that has taken this one's place */
  reconsideredBy!: string | null;
  /** open, carried, failed, withdrawn, void or carried_over (the meeting ended over it; it may come up again) */
  status!: MotionStatus;
  /** This and the tally stand once the motion is carried or failed */
  quorum!: number | null;
  membersPresent!: number | null;
  /** Of the body that decides, vacant ones too */
  seats!: number | null;
  yesVotes!: number | null;
  noVotes!: number | null;
  /** What whoever presided said to equal votes: yes or no */
  castingVote!: 'yes' | 'no' | null;
  /** When it was decided, withdrawn, or ended with its meeting */
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

export class MotionTextView {
  /** From 1, as moved */
  number!: number;
  /** null when the case's key was destroyed */
  text!: string | null;
  proposedFinding!: string | null;
  /** The amendment that was carried */
  adoptedBy!: string | null;
  recordedAt!: Date;
}

export class RollCallView {
  memberId!: string;
  name!: string;
  /** yes, no, abstain, recused, absent, or presiding (votes on a tie alone) */
  position!: Position;
}

export class OpinionView {
  id!: string;
  /** dissent, concurrence or minority_report */
  kind!: OpinionKind;
  /** Names of those who signed it */
  authors!: string[];
  /** null when the case's key was destroyed */
  text!: string | null;
  filedAt!: Date;
  /** null: sealed */
  publishedAt!: Date | null;
}

export class MotionView extends MotionSummaryView {
  /** As moved and as amended since */
  texts!: MotionTextView[];
  votes!: VoteView[];
  /** How each member stood when the vote was closed */
  roll!: RollCallView[];
  opinions!: OpinionView[];
}
