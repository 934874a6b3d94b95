import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { membersOf, subjectsIn } from '../../../../test/support/slow-groups.js';
import { lostVariance } from './grouped-values.js';
import { nearbyGroups } from './nearby-groups.js';
import { optimalGroups } from './optimal-groups.js';

describe('groups over several columns', () => {
  it('have at least k distinct subjects each, and every row is in one', () => {
    const seen = { shared: 0, many: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 3 }), fc.nat(20)), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (rows, k, own) => {
          const columns = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j]!));
          const subject = own ? undefined : Int32Array.from(rows, ([, , code]) => code);
          const all = subjectsIn([...rows.keys()], subject);
          if (all < k) {
            expect(() => nearbyGroups(columns, k, subject)).toThrow(expect.objectContaining({ code: 'infeasible' }));
            return;
          }
          const found = nearbyGroups(columns, k, subject);
          const members = membersOf(found);
          for (const group of members) expect(subjectsIn(group, subject)).toBeGreaterThanOrEqual(k);
          if (own) for (const group of members) expect(group.length).toBeLessThanOrEqual(2 * k - 1);
          expect([...found.groupOf].every((group) => group >= 0 && group < found.groups)).toBe(true);
          expect(found.sse).toBeLessThanOrEqual(found.sst + 1e-9);
          if (!own && all < rows.length) seen.shared++;
          if (found.groups > 3) seen.many++;
        },
      ),
      { numRuns: 500, seed: 20260413 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('find clusters that lie apart', () => {
    const x = Float64Array.of(0, 100, 1, 101, 0, 100, 50, 51, 50);
    const y = Float64Array.of(0, 0, 1, 1, 1, 1, 90, 91, 90);
    expect(membersOf(nearbyGroups([x, y], 3)).sort()).toEqual([
      [0, 2, 4],
      [1, 3, 5],
      [6, 7, 8],
    ]);
  });

  it('on one column lose at least what the optimum loses', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 40 }), (list) => {
        const values = Float64Array.from(list);
        expect(lostVariance(nearbyGroups([values], 3))).toBeGreaterThanOrEqual(
          lostVariance(optimalGroups(values, 3)) - 1e-9,
        );
      }),
      { numRuns: 200, seed: 20260414 },
    );
  });
});
