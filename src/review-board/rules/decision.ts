import type { Majority } from '../../charter/index.js';
import { counted } from './quorum.js';
import type { Seat } from './seat.js';

export interface Decision {
  status: 'carried' | 'failed';
  quorum: number;
  membersPresent: number;
  yesVotes: number;
  noVotes: number;
}

export type Tally = Pick<Decision, 'yesVotes' | 'noVotes' | 'membersPresent'> & {
  /** Of the body that decides, with those that nobody holds */
  seats: number;
};

/** A tie fails, and so does a motion on which all abstain: what stood before goes on standing. @param majorities all of them */
export function resultOf(majorities: readonly Majority[], tally: Tally): Decision['status'] {
  return tally.yesVotes > 0 && majorities.every((majority) => carriesBy(majority, tally)) ? 'carried' : 'failed';
}

/** In whole numbers: two thirds of three are two. */
function carriesBy({ carriesBy, carriesAt }: Majority, { yesVotes, noVotes, membersPresent, seats }: Tally): boolean {
  const of = { majority_of_votes: yesVotes + noVotes, majority_of_present: membersPresent, majority_of_seats: seats };
  if (!carriesAt) return yesVotes * 2 > of[carriesBy];
  return yesVotes * carriesAt.denominator >= carriesAt.numerator * of[carriesBy];
}

/** Whether the votes are equal and one more for the motion would carry it: then it is for whoever presides to say. */
export function awaitsCastingVote(majorities: readonly Majority[], tally: Tally): boolean {
  const { yesVotes, noVotes } = tally;
  if (yesVotes !== noVotes || yesVotes === 0) return false;
  return resultOf(majorities, { ...tally, yesVotes: yesVotes + 1 }) === 'carried';
}

export function tallyOf(seats: readonly Seat[], allSeats: number): Tally {
  const members = counted(seats);
  const votes = (choice: string) => members.filter((seat) => seat.choice === choice).length;
  return { membersPresent: members.length, yesVotes: votes('yes'), noVotes: votes('no'), seats: allSeats };
}
