import type { CharterDocument } from '../../charter/index.js';
import type { Refusal } from './refusal.js';
import type { Seat } from './seat.js';

type Voting = CharterDocument['voting'];

/**
 * How many must take part. Recusal lowers who is counted, never what is needed: a panel's quorum is the charter's number,
 * the board's is more than the charter's share of all who are seated.
 */
export function quorumFor(voting: Voting, body: 'panel' | 'board', seated: number): number {
  if (body === 'panel') return voting.panelQuorum;
  // A share such as 2/3 is not exact in binary: 9 × 2/3 must not come out as a hair under 6.
  return Math.floor(seated * voting.boardQuorumOver + 1e-9) + 1;
}

/**
 * Who counts toward quorum and tally: not recused, and in the room now or has voted. A vote was cast in the room, so it
 * stands when its member leaves; it falls away when the member is recused before the motion is closed.
 */
export function counted(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => !seat.recused && (seat.present || seat.choice !== null));
}

export function quorumMet(seats: readonly Seat[], quorum: number): boolean {
  return counted(seats).length >= quorum;
}

/**
 * Every member present must have voted or abstained, since the vote of each is reported (Cal. Gov. Code 54953(c)(2)).
 * @param silent presides, and votes on a tie alone, where the charter has it so
 */
export function closingRefused(seats: readonly Seat[], quorum: number, silent: Seat | null = null): Refusal | null {
  const members = counted(seats);
  if (!quorumMet(seats, quorum)) {
    return { code: 'no-quorum', message: `A quorum is ${quorum}; ${members.length} present who are not recused.` };
  }
  const outstanding = members.filter((seat) => seat.choice === null && seat.memberId !== silent?.memberId).length;
  if (outstanding === 0) return null;
  return {
    code: 'votes-outstanding',
    message: `Everybody present votes or abstains; ${outstanding} of ${members.length} have not.`,
  };
}
