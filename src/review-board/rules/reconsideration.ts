import type { VotingTerms } from '../../charter/index.js';
import type { Refusal } from './refusal.js';
import type { Position } from './roll.js';

/** The motion that is to be thought over again. */
export interface FormerMotion {
  status: string;
  degree: number;
  complaintId: string | null;
  boardId: string;
  /** How the mover voted on it; null: not at all, or not as a member then */
  moversPosition: Position | null;
}

/** Why it is not reconsidered by this mover, under this item. */
export function reconsiderationRefused(
  former: FormerMotion,
  of: { complaintId: string | null; boardId: string },
  { reconsideredBy = 'anybody' }: Pick<VotingTerms, 'reconsideredBy'>,
): Refusal | null {
  const { status, degree, complaintId, boardId, moversPosition } = former;
  if ((status !== 'carried' && status !== 'failed') || degree > 0)
    return { code: 'motion-not-decided', message: `The other motion is ${status}: only a decision is reconsidered.` };
  if (complaintId !== of.complaintId || boardId !== of.boardId)
    return {
      code: 'other-matter',
      message: 'A motion is reconsidered by its own board, under an item on its own case.',
    };
  const winning = status === 'carried' ? 'yes' : 'no';
  if (reconsideredBy === 'anybody' || moversPosition === winning) return null;
  return {
    code: 'not-on-winning-side',
    message: `By the charter only who voted ${winning}, as the result was, moves to reconsider.`,
  };
}
