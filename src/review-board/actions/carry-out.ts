import type { EntityManager } from 'typeorm';
import { charterById, termOf } from '../../charter/index.js';
import { insertFinding } from '../../complaint/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { OfficeWords } from '../../vault/index.js';
import { insertMotionText, proposeFinding, textOf } from '../records/motion-text.store.js';
import { findMotion, type Motion } from '../records/motion.store.js';

export interface CarriedMotion {
  actor: ActorOf<'staff'>;
  motion: Motion;
  /** The case's own; null: about no case */
  charterId: string | null;
  at: Date;
}

/**
 * What carrying a motion brings about, in the transaction that closes the vote: an amendment gives the other motion its
 * words, a proposed finding becomes the board's. @returns the finding's id; null when there is none
 */
export async function carryOut(
  manager: EntityManager,
  words: OfficeWords,
  { actor, motion, charterId, at }: CarriedMotion,
): Promise<string | null> {
  const { amends, complaintId, allegationId, proposedFinding: finding } = motion;
  if (amends !== null) {
    const text = await textOf(manager, words, motion.id);
    const adopted = { text, proposedFinding: finding, adoptedBy: motion.id, at };
    await insertMotionText(manager, words, await findMotion(manager, amends), adopted);
    await proposeFinding(manager, amends, finding);
    return null;
  }
  if (complaintId === null || charterId === null || allegationId === null || finding === null) return null;
  const term = termOf((await charterById(manager, charterId)).document.findings, finding);
  if (!term) throw new Error(`Charter ${charterId} does not know the finding that was moved under it.`);
  return insertFinding(manager, {
    jurisdictionId: actor.jurisdictionId,
    complaintId,
    allegationId,
    stage: 'board',
    finding,
    genericClass: term.genericClass,
    recordedBy: actor.staffId,
    recordedAt: at,
  });
}
