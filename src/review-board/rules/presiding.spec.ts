import { describe, expect, it } from '@jest/globals';
import { presidingOf } from './presiding.js';
import type { Seat } from './seat.js';

const seat = (memberId: string, over: Partial<Seat> = {}): Seat => ({
  ...{ memberId, staffId: memberId, present: true, recused: false, choice: null, office: null },
  ...over,
});

describe('who presides', () => {
  it.each<[string, Partial<Seat>, string | null]>([
    ['the chair', {}, 'chair'],
    ['the vice chair when the chair is away', { present: false }, 'vice'],
    ['the vice chair when the chair is recused', { recused: true }, 'vice'],
  ])('%s', (_who, chair, presides) => {
    const seats = [seat('vice', { office: 'vice_chair' }), seat('chair', { office: 'chair', ...chair }), seat('m')];
    expect(presidingOf(seats)?.memberId).toBe(presides);
  });

  it('nobody without an office', () => {
    expect(presidingOf([seat('a'), seat('b')])).toBeNull();
  });
});
