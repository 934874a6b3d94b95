import type { EntityManager } from 'typeorm';
import { charterById, type VotingTerms } from '../../charter/index.js';

/** How the board decides, by the charter that its meeting was called under. */
export async function votingOf(manager: EntityManager, charterId: string): Promise<VotingTerms> {
  return (await charterById(manager, charterId)).document.voting;
}
