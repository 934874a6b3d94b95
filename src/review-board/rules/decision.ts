import type { CharterDocument } from '../../charter/index.js';
import { counted } from './quorum.js';
import type { Seat } from './seat.js';

export interface Decision {
  status: 'carried' | 'failed';
  quorum: number;
  membersPresent: number;
  yesVotes: number;
  noVotes: number;
}

type CarriesBy = CharterDocument['voting']['carriesBy'];

/** A tie fails, and so does a motion on which all abstain: what stood before goes on standing. */
export function resultOf(
  carriesBy: CarriesBy,
  tally: Pick<Decision, 'yesVotes' | 'noVotes' | 'membersPresent'>,
): Decision['status'] {
  const against = carriesBy === 'majority_of_votes' ? tally.noVotes : tally.membersPresent - tally.yesVotes;
  return tally.yesVotes > against ? 'carried' : 'failed';
}

export function decisionOf(seats: readonly Seat[], quorum: number, carriesBy: CarriesBy): Decision {
  const members = counted(seats);
  const votes = (choice: string) => members.filter((seat) => seat.choice === choice).length;
  const tally = { membersPresent: members.length, yesVotes: votes('yes'), noVotes: votes('no') };
  return { status: resultOf(carriesBy, tally), quorum, ...tally };
}
