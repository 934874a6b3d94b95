import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { closingRefused, counted, quorumFor, quorumMet } from './quorum.js';
import type { Seat } from './seat.js';

const { voting } = genericCharter;
const seat = (over: Partial<Seat> = {}): Seat => ({
  memberId: 'm',
  staffId: 's',
  present: true,
  recused: false,
  choice: 'yes',
  office: null,
  ...over,
});

describe('the quorum', () => {
  it.each([
    ['a panel of three', 'panel', 3, 0.5, 2],
    ['a board of seven', 'board', 7, 0.5, 4],
    ['a board of eight: half is not more than half', 'board', 8, 0.5, 5],
    ['a board of nine by two thirds', 'board', 9, 2 / 3, 7],
    ['a board of three by two thirds, inexact in binary', 'board', 3, 0.6666666666666666, 3],
    ['a board of one', 'board', 1, 0.5, 1],
    ['a board on which nobody sits can never decide', 'board', 0, 0.5, 1],
  ] as const)('of %s', (_body, body, seated, boardQuorumOver, quorum) => {
    expect(quorumFor({ ...voting, boardQuorumOver }, body, seated)).toBe(quorum);
  });
});

describe('who counts', () => {
  it.each<[string, Seat, number]>([
    ['a member in the room', seat(), 1],
    ['a member in the room who has not voted', seat({ choice: null }), 1],
    ['a member who never came', seat({ present: false, choice: null }), 0],
    ['a member who voted and left', seat({ present: false }), 1],
    ['a member recused before voting', seat({ recused: true, choice: null }), 0],
    ['a member recused after voting', seat({ recused: true }), 0],
  ])('%s', (_who, sitting, count) => {
    expect(counted([sitting])).toHaveLength(count);
  });

  it('makes a quorum or not', () => {
    expect(quorumMet([seat(), seat()], 2)).toBe(true);
    expect(quorumMet([seat(), seat({ recused: true })], 2)).toBe(false);
  });
});

describe('a motion is closed', () => {
  it.each<[string, Seat[], string | null]>([
    ['when all three have voted', [seat(), seat({ choice: 'no' }), seat({ choice: 'abstain' })], null],
    ['when two have voted and the third is away', [seat(), seat(), seat({ present: false, choice: null })], null],
    ['but not while one in the room is silent', [seat(), seat(), seat({ choice: null })], 'votes-outstanding'],
    [
      'but not when recusals leave one of three',
      [seat(), seat({ recused: true }), seat({ recused: true })],
      'no-quorum',
    ],
    ['but not when nobody is there', [], 'no-quorum'],
  ])('%s', (_when, seats, code) => {
    expect(closingRefused(seats, 2)?.code ?? null).toBe(code);
  });

  it('without waiting for who presides, where the charter leaves them the tie alone', () => {
    const chair = seat({ memberId: 'chair', choice: null });
    expect(closingRefused([seat(), chair], 2)?.code).toBe('votes-outstanding');
    expect(closingRefused([seat(), chair], 2, chair)).toBeNull();
  });
});
