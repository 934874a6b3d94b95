import type { Refusal } from './refusal.js';

export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** A member of the body that decides, the panel or the whole board, as they stand to one motion at this moment. */
export interface Seat {
  memberId: string;
  staffId: string;
  /** In the room now */
  present: boolean;
  /** From the case that the motion is about */
  recused: boolean;
  choice: Choice | null;
  /** Held today, of those that preside */
  office: 'chair' | 'vice_chair' | null;
}

/** Why this person may not move, second or vote; `undefined` is somebody without a seat in the body. */
export function partRefused(seat: Seat | undefined): Refusal | null {
  if (!seat)
    return {
      code: 'not-a-member',
      message: 'Only members of the body that decides this item take part: its panel, or the board.',
    };
  if (seat.recused) return { code: 'recused', message: 'A member who is recused from the case takes no part in it.' };
  if (!seat.present) return { code: 'not-present', message: 'Only a member who is recorded as present takes part.' };
  return null;
}

/**
 * The same for a vote, which is cast once and never edited: to think again takes a new motion.
 * @param silent who presides and votes on a tie alone, where the charter has it so
 */
export function voteRefused(seat: Seat | undefined, silent: Seat | null = null): Refusal | null {
  const refusal = partRefused(seat);
  if (refusal) return refusal;
  if (seat?.choice) return { code: 'already-voted', message: 'You have voted on this motion; a vote is not changed.' };
  if (!silent || silent.memberId !== seat?.memberId) return null;
  return { code: 'chair-votes-on-ties', message: 'By the charter whoever presides votes only when votes are equal.' };
}
