import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sse, subjectsIn } from '../../../../test/support/slow-groups.js';
import { aggregatedColumn } from './aggregated-column.js';
import { nearbyGroups } from './nearby-groups.js';
import { optimalGroups } from './optimal-groups.js';

describe('a column of days that a case took', () => {
  const days = Float64Array.of(3, 5, 4, 90, 100, 95);
  it.each([
    ['mean', ['4', '95']],
    ['median', ['4', '95']],
    ['interval', ['3 to 5', '90 to 100']],
  ] as const)('reads as the %s of its group', (word, expected) => {
    const { codes, words, lost } = aggregatedColumn('days', days, { k: 3, word });
    expect([...new Set(Array.from(codes, (code) => words[code]!))]).toEqual(expected);
    expect(lost).toBeCloseTo((2 + 50) / sse([...days]), 12);
  });

  it('says unknown for those without, when they are k', () => {
    const values = Float64Array.of(3, 5, NaN, NaN);
    const { codes, words } = aggregatedColumn('days', values, { k: 2, decimals: 1 });
    expect(Array.from(codes, (code) => words[code])).toEqual(['4.0', '4.0', 'unknown', 'unknown']);
  });

  it('is refused when those without are fewer than k: their being without would tell them', () => {
    expect(() => aggregatedColumn('days', Float64Array.of(3, 5, 6, NaN), { k: 2 })).toThrow(
      'only 1 subjects have no "days"',
    );
  });

  it('counts people: three cases of one person are one', () => {
    const subject = Int32Array.of(1, 1, 1, 2, 3, 4);
    const { codes } = aggregatedColumn('days', days, { k: 3, subject });
    expect(new Set(codes).size).toBe(1);
  });

  it('shows each word for at least k subjects, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(NaN)), fc.nat(9)), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom('mean' as const, 'median' as const, 'interval' as const),
        (rows, word) => {
          const values = Float64Array.from(rows, ([value]) => value);
          const subject = Int32Array.from(rows, ([, code]) => code);
          let found;
          try {
            found = aggregatedColumn('days', values, { k: 3, word, subject });
          } catch (error) {
            expect(error).toMatchObject({ code: 'infeasible' });
            return;
          }
          const { codes } = found;
          for (const code of new Set(codes))
            expect(
              subjectsIn(
                [...codes.keys()].filter((row) => codes[row] === code),
                subject,
              ),
            ).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 300, seed: 20260415 },
    );
  });
});

describe('refused', () => {
  it.each<[string, () => unknown, string]>([
    ['k of half', () => optimalGroups(Float64Array.of(1, 2), 0.5), 'k must be'],
    ['a number that is none', () => optimalGroups(Float64Array.of(1, NaN), 1), 'row 1 of column 0'],
    ['no column', () => nearbyGroups([], 1), 'no column'],
    ['columns of different lengths', () => nearbyGroups([Float64Array.of(1), Float64Array.of(1, 2)], 1), 'every row'],
    ['a subject missing', () => optimalGroups(Float64Array.of(1, 2), 1, Int32Array.of(1)), 'subject must be given'],
    [
      'groups of other rows',
      () => aggregatedColumn('days', Float64Array.of(1, 2), { k: 1, grouped: optimalGroups(Float64Array.of(1), 1) }),
      'not of the rows',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
  });
});
