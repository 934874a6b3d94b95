import { describe, expect, it } from '@jest/globals';
import { newId } from './identifiers.js';

const ids = (at: Date): string[] => Array.from({ length: 50 }, () => newId(at));

describe('ids of one moment', () => {
  it('sort in the order in which they were made', () => {
    const made = ids(new Date('2026-03-02T15:04:05.678Z'));
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(50);
  });

  it('at a whole hour do not: nobody learns from them who wrote first', () => {
    const made = ids(new Date('2026-03-02T15:00:00Z'));
    expect(made.toSorted()).not.toEqual(made);
    expect(new Set(made.map((id) => id.slice(0, 13)))).toEqual(new Set([made[0]?.slice(0, 13)]));
  });
});
