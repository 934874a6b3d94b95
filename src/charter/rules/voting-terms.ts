/** What a majority is counted of: votes for and against, members who take part, members of the body with its vacancies. */
export const CARRIES_BY = ['majority_of_votes', 'majority_of_present', 'majority_of_seats'] as const;
export type CarriesBy = (typeof CARRIES_BY)[number];

/** What a motion may be about that takes a majority of its own. */
export const MATTERS = ['finding', 'minutes', 'amendment', 'reconsideration'] as const;
export type Matter = (typeof MATTERS)[number];

/** What an equality of votes comes to; without a word it fails. */
export const TIES = ['fails', 'chair_casts_second', 'chair_votes_only_then'] as const;
export type Tie = (typeof TIES)[number];

/** What becomes of a motion that is open when the meeting is to end. */
export const AT_ADJOURNMENT = ['refused', 'void', 'carried_over'] as const;
export type AtAdjournment = (typeof AT_ADJOURNMENT)[number];

/** In whole numbers, so that two thirds of three are two. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

export interface Majority {
  carriesBy: CarriesBy;
  /** At least this part of what `carriesBy` counts must vote yes; without it: more than half. */
  carriesAt?: Fraction;
}

/** How the board decides. What a charter leaves out of the optional ones is as it was before there were words for it. */
export interface VotingTerms extends Majority {
  panelSize: number;
  /** How panels may be made up; any way when the charter does not say. */
  panelDraws?: ('fixed' | 'rotation' | 'random')[];
  /** Members who must be present and not recused for a panel's vote to count. */
  panelQuorum: number;
  /** The whole board's quorum as a share of its seated members: more than this share must be present. */
  boardQuorumOver: number;
  /** Motions on these matters carry by a majority of their own. */
  majorities?: (Majority & { matter: Matter })[];
  /** `fails` when the charter does not say. */
  tie?: Tie;
  /** True when the charter does not say. */
  secondRequired?: boolean;
  /** Who may move to reconsider; anybody when the charter does not say. */
  reconsideredBy?: 'anybody' | 'winning_side';
  /** `refused` when the charter does not say: the vote is brought to its end, or the motion withdrawn, first. */
  openAtAdjournment?: AtAdjournment;
}
