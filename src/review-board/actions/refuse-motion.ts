import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf, type VotingTerms } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { categoryOf, lockCaseBeforeBoard } from '../records/case.store.js';
import { findCarriedOn } from '../records/decided-motion.reader.js';
import { findInRoll } from '../records/motion-roll.store.js';
import { findMotion, hasOpenAmendment, hasVotes, lockOpenMotion, type Motion } from '../records/motion.store.js';
import { readSeats } from '../records/seats.reader.js';
import { reconsiderationRefused } from '../rules/reconsideration.js';
import { partRefused } from '../rules/seat.js';

/** Where a motion is moved: the item, the body that decides it, and the charter's rules. */
export interface MotionPlace {
  agendaItemId: string;
  meetingId: string;
  boardId: string;
  complaintId: string | null;
  panelId: string | null;
  voting: VotingTerms;
  at: Date;
}

/** The motion whose words are to be changed, held until the transaction ends. @throws NotFound, RuleBroken motion-not-open,
 * voting-begun, amendment-open, amendment-too-deep (409), not-of-this-item (422) */
export async function lockAmended(manager: EntityManager, amends: string, place: MotionPlace): Promise<Motion> {
  const motion = await lockOpenMotion(manager, amends);
  if (motion.agendaItemId !== place.agendaItemId)
    throw new RuleBroken('not-of-this-item', 'A motion is amended under its own item.', 422);
  if (motion.degree > 1)
    throw new RuleBroken('amendment-too-deep', 'An amendment of an amendment is not amended: move other words.');
  if (await hasVotes(manager, amends))
    throw new RuleBroken('voting-begun', 'Somebody has voted on these words already: they are not changed any more.');
  if (await hasOpenAmendment(manager, amends))
    throw new RuleBroken('amendment-open', 'Another amendment of it is open: decide on that one first.');
  return motion;
}

/** @throws NotFound, RuleBroken motion-not-decided, other-matter, not-on-winning-side (409) */
export async function refuseReconsideration(
  manager: EntityManager,
  { reconsiders, moverId }: { reconsiders: string; moverId: string },
  place: MotionPlace,
): Promise<void> {
  const former = await findMotion(manager, reconsiders);
  const moversPosition = (await findInRoll(manager, reconsiders, { memberId: moverId }))?.position ?? null;
  const refusal = reconsiderationRefused({ ...former, moversPosition }, place, place.voting);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message);
}

/** @throws RuleBroken same-person, seconder-missing (422), not-a-member, recused, not-present (409) */
export async function refuseMovers(
  manager: EntityManager,
  { moverId, seconderId }: { moverId: string; seconderId: string | null },
  { voting, ...place }: MotionPlace,
): Promise<void> {
  if (moverId === seconderId) throw new RuleBroken('same-person', 'Nobody seconds their own motion.', 422);
  if (seconderId === null && (voting.secondRequired ?? true))
    throw new RuleBroken('seconder-missing', 'By the charter a motion is put when another member seconds it.', 422);
  const seats = await readSeats(manager, place);
  for (const memberId of [moverId, seconderId]) {
    if (memberId === null) continue;
    const refusal = partRefused(seats.find((seat) => seat.memberId === memberId));
    if (refusal) throw new RuleBroken(refusal.code, refusal.message);
  }
}

export interface MotionSubject {
  allegationId: string | null;
  proposedFinding: string | null;
  /** A motion of its own, which reconsiders no other */
  afresh: boolean;
}

/**
 * What the motion is about must be the item's own case, which is still before the board. Where the charter says who may
 * move to reconsider, what was decided is not decided again by another name.
 * @throws NotFound, RuleBroken allegation-missing, no-such-allegation, unknown-finding (422), decided-already,
 *   case-not-before-board (409)
 */
export async function refuseSubject(
  manager: EntityManager,
  { allegationId, proposedFinding, afresh }: MotionSubject,
  { complaintId, voting }: MotionPlace,
): Promise<void> {
  const standing = complaintId === null ? null : await lockCaseBeforeBoard(manager, complaintId);
  if (proposedFinding && !allegationId) {
    throw new RuleBroken('allegation-missing', 'A finding is about an allegation: say which.', 422);
  }
  if (!allegationId) return;
  if (complaintId === null || !standing || (await categoryOf(manager, complaintId, allegationId)) === null) {
    throw new RuleBroken('no-such-allegation', 'This is no allegation of the case on the agenda.', 422);
  }
  if (!proposedFinding) return;
  const { findings } = (await charterById(manager, standing.charterId)).document;
  if (!termOf(findings, proposedFinding))
    throw new RuleBroken('unknown-finding', `The charter's findings are ${codesOf(findings)}.`, 422);
  if (!afresh || voting.reconsideredBy !== 'winning_side') return;
  if (await findCarriedOn(manager, complaintId, allegationId))
    throw new RuleBroken('decided-already', 'The board has found on this allegation: move to reconsider that motion.');
}
