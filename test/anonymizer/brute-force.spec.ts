import { describe, expect, it } from '@jest/globals';
import { anonymize } from '../../src/transparency/anonymize/index.js';
import { bruteForce } from '../support/brute-force.js';

describe('the engine against every transformation tried one by one', () => {
  it('agrees on 2,000 random data sets over all models and metrics', () => {
    const { count, seed, optima, refused, kinds, disagreements } = bruteForce(2000, 20260322);
    console.info(
      `brute force: ${count} data sets of seed ${seed}, ${optima} optima, ${refused} without one, ` +
        `${disagreements.length} disagreements; ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
    );
    expect(disagreements).toEqual([]);
    expect(optima).toBeGreaterThan(1200);
    expect(refused).toBeGreaterThan(50);
    expect(kinds.size).toBe(13);
    expect(Math.min(...kinds.values())).toBeGreaterThan(60);
  }, 60_000);

  it('would tell an engine that takes a worse transformation, or claims what it did not prove', () => {
    const coarsest = bruteForce(150, 20260322, (problem) =>
      anonymize({
        ...problem,
        quasiIdentifiers: problem.quasiIdentifiers.map((column) => ({
          ...column,
          minLevel: column.hierarchy.levels.length - 1,
        })),
      }),
    );
    const unproven = bruteForce(150, 20260322, (problem) => ({
      ...anonymize(problem),
      optimal: false,
    }));
    const miscounted = bruteForce(150, 20260322, (problem) => {
      const found = anonymize(problem);
      return { ...found, suppressedUnits: found.suppressedUnits + 1 };
    });
    for (const { disagreements } of [coarsest, unproven, miscounted]) expect(disagreements.length).toBeGreaterThan(20);
  });
});
