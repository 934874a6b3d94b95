import { describe, expect, it } from '@jest/globals';
import { type Seat, voteRefused } from './seat.js';

const seat: Seat = { memberId: 'm', staffId: 's', present: true, recused: false, choice: null, office: null };

describe('who may vote', () => {
  it.each<[string, Seat | undefined, string | null]>([
    ['a member in the room', seat, null],
    ['somebody without a seat', undefined, 'not-a-member'],
    ['a member who has left', { ...seat, present: false }, 'not-present'],
    ['a member who is recused', { ...seat, recused: true }, 'recused'],
    ['a recused member who stayed away', { ...seat, recused: true, present: false }, 'recused'],
    ['a member who has voted', { ...seat, choice: 'abstain' }, 'already-voted'],
  ])('%s', (_who, sitting, code) => {
    expect(voteRefused(sitting)?.code ?? null).toBe(code);
  });

  it('not who presides, where the charter leaves them the tie alone', () => {
    expect(voteRefused(seat, seat)?.code).toBe('chair-votes-on-ties');
    expect(voteRefused(seat, { ...seat, memberId: 'another' })).toBeNull();
  });
});
