import { describe, expect, it } from '@jest/globals';
import { decisionOf, resultOf } from './decision.js';
import type { Choice, Seat } from './seat.js';

const seat = (choice: Choice | null, over: Partial<Seat> = {}): Seat => ({
  ...{ memberId: 'm', staffId: 's', present: true, recused: false, choice },
  ...over,
});

describe('the result', () => {
  it.each([
    ['2–1 carries either way', 2, 1, 3, 'carried', 'carried'],
    ['3–0 carries either way', 3, 0, 3, 'carried', 'carried'],
    ['1–2 fails either way', 1, 2, 3, 'failed', 'failed'],
    ['a tie fails', 2, 2, 4, 'failed', 'failed'],
    ['one yes and two abstentions: most of the votes, not most of those present', 1, 0, 3, 'carried', 'failed'],
    ['two yes of four present: just half is not more than half', 2, 0, 4, 'carried', 'failed'],
    ['all abstain', 0, 0, 3, 'failed', 'failed'],
  ] as const)('%s', (_case, yesVotes, noVotes, membersPresent, ofVotes, ofPresent) => {
    const tally = { yesVotes, noVotes, membersPresent };
    expect(resultOf('majority_of_votes', tally)).toBe(ofVotes);
    expect(resultOf('majority_of_present', tally)).toBe(ofPresent);
  });
});

describe('the decision', () => {
  it('counts each member once, by what they chose', () => {
    const seats = [seat('yes'), seat('yes'), seat('no')];
    expect(decisionOf(seats, 2, 'majority_of_votes')).toEqual({
      status: 'carried',
      quorum: 2,
      membersPresent: 3,
      yesVotes: 2,
      noVotes: 1,
    });
  });

  it('leaves out the vote of a member who was recused after casting it', () => {
    const seats = [seat('no'), seat('yes'), seat('yes', { recused: true })];
    expect(decisionOf(seats, 2, 'majority_of_votes')).toEqual({
      status: 'failed',
      quorum: 2,
      membersPresent: 2,
      yesVotes: 1,
      noVotes: 1,
    });
  });

  it('keeps the vote of a member who cast it and left', () => {
    const seats = [seat('yes', { present: false }), seat('yes'), seat(null, { present: false })];
    expect(decisionOf(seats, 2, 'majority_of_present')).toMatchObject({
      status: 'carried',
      membersPresent: 2,
      yesVotes: 2,
    });
  });
});
