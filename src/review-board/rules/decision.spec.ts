import { describe, expect, it } from '@jest/globals';
import type { Majority } from '../../charter/index.js';
import { awaitsCastingVote, resultOf, tallyOf } from './decision.js';
import type { Choice, Seat } from './seat.js';

const seat = (choice: Choice | null, over: Partial<Seat> = {}): Seat => ({
  ...{ memberId: 'm', staffId: 's', present: true, recused: false, choice, office: null },
  ...over,
});
const ofVotes: Majority = { carriesBy: 'majority_of_votes' };
const ofPresent: Majority = { carriesBy: 'majority_of_present' };
const ofSeats: Majority = { carriesBy: 'majority_of_seats' };
const twoThirds = { carriesAt: { numerator: 2, denominator: 3 } };

describe('the result, of votes, of members present, of seven seats', () => {
  it.each([
    ['2–1: not most of all seats', 2, 1, 3, 'carried carried failed'],
    ['4–0 of seven', 4, 0, 4, 'carried carried carried'],
    ['1–2 fails whatever is counted', 1, 2, 3, 'failed failed failed'],
    ['a tie fails', 2, 2, 4, 'failed failed failed'],
    ['one yes and two abstentions: most of the votes, not most of those present', 1, 0, 3, 'carried failed failed'],
    ['two yes of four present: just half is not more than half', 2, 0, 4, 'carried failed failed'],
    ['all abstain', 0, 0, 3, 'failed failed failed'],
  ] as const)('%s', (_case, yesVotes, noVotes, membersPresent, results) => {
    const tally = { yesVotes, noVotes, membersPresent, seats: 7 };
    expect([ofVotes, ofPresent, ofSeats].map((majority) => resultOf([majority], tally)).join(' ')).toBe(results);
  });

  it.each([
    ['2–1: two thirds of three are two', 2, 1, 3, 'carried carried failed'],
    ['3–2: less than two thirds', 3, 2, 5, 'failed failed failed'],
    ['4–0 of seven: less than two thirds of all', 4, 0, 4, 'carried carried failed'],
    ['5–2 of seven', 5, 2, 7, 'carried carried carried'],
    ['4–1 with one abstention', 4, 1, 6, 'carried carried failed'],
    ['3–1 with one abstention: two thirds of the votes alone', 3, 1, 5, 'carried failed failed'],
    ['nobody votes: two thirds of nothing is nothing', 0, 0, 3, 'failed failed failed'],
  ] as const)('by two thirds, %s', (_case, yesVotes, noVotes, membersPresent, results) => {
    const tally = { yesVotes, noVotes, membersPresent, seats: 7 };
    const said = [ofVotes, ofPresent, ofSeats].map((majority) => resultOf([{ ...majority, ...twoThirds }], tally));
    expect(said.join(' ')).toBe(results);
  });

  it('is carried by each majority that is asked for, or not at all', () => {
    const tally = { yesVotes: 3, noVotes: 2, membersPresent: 5, seats: 7 };
    expect(resultOf([ofVotes, ofPresent], tally)).toBe('carried');
    expect(resultOf([ofVotes, ofSeats], tally)).toBe('failed');
  });
});

describe('a casting vote is awaited', () => {
  it.each([
    ['when votes are equal', 2, 2, 4, [ofVotes], true],
    ['when votes are equal and one more is most of those present', 2, 2, 5, [ofPresent], true],
    ['but not when one more is not most of those present', 2, 2, 6, [ofPresent], false],
    ['nor when two thirds are asked for', 2, 2, 4, [{ ...ofVotes, ...twoThirds }], false],
    ['nor when nobody voted', 0, 0, 4, [ofVotes], false],
    ['nor when one side is ahead', 2, 1, 4, [ofVotes], false],
  ] as const)('%s', (_when, yesVotes, noVotes, membersPresent, majorities, awaited) => {
    expect(awaitsCastingVote(majorities, { yesVotes, noVotes, membersPresent, seats: 7 })).toBe(awaited);
  });
});

describe('the tally', () => {
  it('counts each member once, by what they chose', () => {
    const tally = { membersPresent: 4, yesVotes: 2, noVotes: 1, seats: 5 };
    expect(tallyOf([seat('yes'), seat('yes'), seat('no'), seat('abstain')], 5)).toEqual(tally);
  });

  it('leaves out the vote of a member who was recused after casting it', () => {
    const seats = [seat('no'), seat('yes'), seat('yes', { recused: true })];
    expect(tallyOf(seats, 3)).toMatchObject({ membersPresent: 2, yesVotes: 1, noVotes: 1 });
  });

  it('keeps the vote of a member who cast it and left', () => {
    const seats = [seat('yes', { present: false }), seat('yes'), seat(null, { present: false })];
    expect(tallyOf(seats, 3)).toMatchObject({ membersPresent: 2, yesVotes: 2 });
  });
});
