import type { Refusal } from './refusal.js';

/** How a member of the board stands at this moment, to the meeting and to one case if there is one. */
export interface Standing {
  memberId: string;
  alternate: boolean;
  present: boolean;
  recused: boolean;
  /** Sits in somebody's place already, or has somebody sitting in theirs */
  replacing: boolean;
}

export type StandInGround = 'recused' | 'away';

/** Why this alternate may not sit in this member's place; the ground is recusal from the case, or else that the member is away. */
export function standInRefused(alternate: Standing | undefined, member: Standing | undefined): Refusal | null {
  if (!alternate?.alternate || !member || member.alternate)
    return {
      code: 'not-an-alternate',
      message: 'An alternate of this board sits in the place of one of its members; terms must run today.',
    };
  if (alternate.recused)
    return { code: 'recused', message: 'The alternate is recused from the case as well: ask another.' };
  if (!alternate.present) return { code: 'not-present', message: 'Record the arrival of the alternate first.' };
  if (alternate.replacing || member.replacing)
    return { code: 'stands-in-already', message: 'One of the two is in such an arrangement already: end it first.' };
  if (groundOf(member)) return null;
  return {
    code: 'member-can-sit',
    message: 'The member is present and not recused: nobody sits in the place of somebody who can.',
  };
}

export function groundOf(member: Standing): StandInGround | null {
  if (member.recused) return 'recused';
  return member.present ? null : 'away';
}
