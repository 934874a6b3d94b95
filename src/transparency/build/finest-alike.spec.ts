import { describe, expect, it } from '@jest/globals';
import { dates } from '../anonymize/index.js';
import { finestAlike } from './finest-alike.js';

const steps = ['quarter', 'year'] as const;

describe('of levels that put the same values together', () => {
  it.each<[string, string[], number, number, number]>([
    ['the year is shown where there is one year only', ['2026-01', '2026-07'], 3, 0, 2],
    ['nothing is shown where there are two', ['2025-01', '2026-07'], 3, 0, 3],
    ['not finer than the floor', ['2026-01', '2026-02'], 3, 2, 2],
    ['a level that parts values is not chosen', ['2026-01', '2026-02'], 1, 0, 1],
  ])('%s', (_, months, chosen, floor, finest) => {
    expect(finestAlike(dates('period', months, [...steps]), chosen, floor)).toBe(finest);
  });
});
