import type { EntityManager } from 'typeorm';
import type { VotingTerms } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import type { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import type { OfficeWords } from '../../vault/index.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { votingOf } from '../records/charter-voting.js';
import { markDecided } from '../records/motion-end.store.js';
import { insertRoll } from '../records/motion-roll.store.js';
import { hasOpenAmendment, lockOpenMotion, type Motion } from '../records/motion.store.js';
import { countSeats, readSeats } from '../records/seats.reader.js';
import { awaitsCastingVote, type Decision, resultOf, type Tally, tallyOf } from '../rules/decision.js';
import { majoritiesFor } from '../rules/matter.js';
import { presidingOf } from '../rules/presiding.js';
import { closingRefused, counted, quorumFor } from '../rules/quorum.js';
import { rollOf } from '../rules/roll.js';
import type { Seat } from '../rules/seat.js';
import { carryOut } from './carry-out.js';

export interface VoteToClose {
  actor: ActorOf<'staff'>;
  motionId: string;
  /** What whoever presides says to equal votes; without it the clerk closes the vote */
  casting: 'yes' | 'no' | null;
}

/**
 * Closes the vote on a motion: quorum and result are of this moment, and so is what carrying it brings about.
 * @throws NotFound, RuleBroken no-quorum, votes-outstanding, motion-not-open, amendment-open, tie-awaits-chair, no-tie,
 *   not-presiding, case-not-before-board (409)
 */
export async function closeVote(
  manager: EntityManager,
  { clock, words }: { clock: Clock; words: OfficeWords },
  { actor, motionId, casting }: VoteToClose,
): Promise<Decision & { castingVote?: 'yes' | 'no' }> {
  const motion = await lockOpenMotion(manager, motionId);
  const { complaintId } = motion;
  if (await hasOpenAmendment(manager, motionId))
    throw new RuleBroken('amendment-open', 'An amendment of the motion is open: decide on its words first.');
  // A recusal locks its case too: it comes before this moment, and counts, or after it.
  const standing = complaintId === null ? null : await lockCaseBeforeBoard(manager, complaintId);
  const at = clock.now();
  const voting = await votingOf(manager, motion.charterId);
  const seats = await readSeats(manager, { ...motion, motionId, at });
  const quorum = quorumFor(voting, motion.panelId === null ? 'board' : 'panel', seats.length);
  const presiding = presidingOf(seats);
  const silent = voting.tie === 'chair_votes_only_then' ? presiding : null;
  const refusal = closingRefused(seats, quorum, silent);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message);
  const tally = tallyOf(seats, await countSeats(manager, { ...motion, at }));
  const majorities = majoritiesFor(voting, motion);
  const breaks = tieBreakerOf(voting.tie, presiding);
  const caster = castBy(breaks && awaitsCastingVote(majorities, tally) ? breaks : null, actor, casting);
  const status = caster ? (casting === 'yes' ? 'carried' : 'failed') : resultOf(majorities, tally);
  const decision = { status, quorum, ...withoutSeats(tally) } as const;
  const countedMembers = counted(seats).map((seat) => seat.memberId);
  const cast = caster && casting ? { memberId: caster.memberId, choice: casting } : null;
  await insertRoll(manager, motion, rollOf(seats, silent));
  await markDecided(manager, motionId, { ...decision, seats: tally.seats, countedMembers, casting: cast, at });
  const carried = { actor, motion, charterId: standing?.charterId ?? null, at };
  const finding = status === 'carried' ? await carryOut(manager, words, carried) : null;
  await noteDecided(manager, actor, motion, at);
  const castingVote = cast ? { castingVote: cast.choice } : {};
  await recordHistory(manager, {
    actor,
    action: 'motion.decide',
    subject: { kind: 'motion', id: motionId },
    ...(complaintId === null ? {} : { complaintId }),
    details: { ...decision, ...castingVote, finding },
    at,
  });
  return { ...decision, ...castingVote };
}

/** By the charter: whoever presides, after their own vote or in its place. */
function tieBreakerOf(tie: VotingTerms['tie'], presiding: Seat | null): Seat | null {
  if (tie === 'chair_casts_second') return presiding;
  return tie === 'chair_votes_only_then' && presiding?.choice === null ? presiding : null;
}

/** Who breaks the tie; null when nobody does. */
function castBy(presiding: Seat | null, actor: ActorOf<'staff'>, casting: VoteToClose['casting']): Seat | null {
  if (presiding === null && casting === null) return null;
  if (casting === null)
    throw new RuleBroken('tie-awaits-chair', 'The votes are equal: whoever presides gives the casting vote.');
  if (presiding === null)
    throw new RuleBroken(
      'no-tie',
      'There is nothing to break: the votes are not equal, or the charter lets a tie fail.',
    );
  if (presiding.staffId === actor.staffId) return presiding;
  throw new RuleBroken(
    'not-presiding',
    'The casting vote is given by whoever presides now: the chair, or the vice chair.',
  );
}

function withoutSeats({ membersPresent, yesVotes, noVotes }: Tally): Omit<Tally, 'seats'> {
  return { membersPresent, yesVotes, noVotes };
}

/** Clocks go by decisions on the case, and not by those on words. */
async function noteDecided(
  manager: EntityManager,
  { jurisdictionId, staffId: recordedBy }: ActorOf<'staff'>,
  { complaintId, degree }: Motion,
  at: Date,
): Promise<void> {
  if (complaintId === null || degree > 0) return;
  await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'board_decided', recordedBy, at });
}
