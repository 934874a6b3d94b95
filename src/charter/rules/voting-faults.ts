import { when } from './fault-finding.js';
import type { Fraction, VotingTerms } from './voting-terms.js';

/** What is wrong with a charter's voting rules, each with its place; an empty list is a yes. */
export function votingFaults(voting: VotingTerms): string[] {
  const { panelSize, panelQuorum, boardQuorumOver, carriesAt, majorities = [] } = voting;
  const matters = majorities.map(({ matter }) => matter);
  return [
    ...when(panelQuorum > panelSize, 'voting.panelQuorum is larger than the panel'),
    ...when(panelQuorum * 2 <= panelSize, 'voting.panelQuorum must be more than half of the panel'),
    ...when(boardQuorumOver < 0.5 || boardQuorumOver >= 1, 'voting.boardQuorumOver must lie in 0.5 … 1'),
    ...fractionFaults('voting.carriesAt', carriesAt),
    ...majorities.flatMap((one, at) => fractionFaults(`voting.majorities.${at}.carriesAt`, one.carriesAt)),
    ...when(new Set(matters).size < matters.length, 'voting.majorities: a matter stands twice'),
  ];
}

/** Half or less would let two motions that contradict each other both carry. */
function fractionFaults(place: string, fraction: Fraction | undefined): string[] {
  if (!fraction) return [];
  const { numerator, denominator } = fraction;
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator);
  const lies = numerator * 2 > denominator && numerator <= denominator;
  return when(!whole || !lies, `${place} must be more than a half and at most the whole, in whole numbers`);
}
