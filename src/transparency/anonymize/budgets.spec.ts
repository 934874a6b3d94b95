import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exhaustive, tiesMatter } from '../../../test/support/brute-force.js';
import { randomDemands } from '../../../test/support/random-demands.js';
import { AnonymizationRefused } from './anonymization-refused.js';
import { anonymize } from './anonymize.js';
import { drive } from './drive.js';
import { compareLoss } from './metric.js';
import type { Anonymization, Problem } from './problem.js';
import { undertake } from './undertaking.js';

const demands = randomDemands.filter((problem) => !tiesMatter(problem));

/** The search, broken off after so many checks; two lanes by turns, as two threads would have it. */
function hurried(problem: Problem, checks: number): Anonymization | null {
  const { search, lattice, nodes, finish } = undertake(problem);
  const check = (node: number) => nodes.check(lattice.transformation(node), search.bestLoss);
  drive(search.begin(), check);
  const lanes = [0, 1].map(() => search.lane({ outOfTime: () => search.checked >= checks }));
  const steps = lanes.map((lane) => lane.next());
  while (steps.some(({ done }) => done !== true))
    for (const [i, lane] of lanes.entries()) {
      const step = steps[i]!;
      if (step.done !== true) steps[i] = lane.next(check(step.value));
    }
  try {
    return finish();
  } catch (error) {
    expect(error).toBeInstanceOf(AnonymizationRefused);
    return null;
  }
}

const slack = (value: number): number => 1e-8 * Math.max(1, Math.abs(value));

describe('a search that is broken off', () => {
  it('says a bound that is not above the optimum, and a loss that is not below it', () => {
    const seen = { optimal: 0, between: 0, none: 0 };
    fc.assert(
      fc.property(demands, fc.integer({ min: 1, max: 12 }), (problem, checks) => {
        const truth = exhaustive(problem);
        const found = hurried(problem, checks);
        if (found === null || truth?.every(Number.isFinite) !== true) {
          seen.none++;
          return;
        }
        const least = truth[0] ?? 0;
        expect(found.lowerBound).toBeLessThanOrEqual(least + slack(least));
        expect(found.loss).toBeGreaterThanOrEqual(least - slack(least));
        // Losses that are compared by rank may differ behind their first number.
        if (found.lossVector.length === 1) expect(found.optimal).toBe(found.gap === 0);
        if (found.optimal) seen.optimal++;
        else if (found.lowerBound > 0) seen.between++;
        if (found.optimal) expect(compareLoss(found.lossVector, truth)).toBeLessThanOrEqual(slack(least));
      }),
      { numRuns: 1500, seed: 20260330 },
    );
    expect(Math.min(seen.optimal, seen.between)).toBeGreaterThan(100);
  });
});

describe('the bytes of snapshots', () => {
  it('change the time and not the result', () => {
    fc.assert(
      fc.property(demands, fc.constantFrom(0, 300, 2000), (problem, snapshotBytes) => {
        let found;
        try {
          found = anonymize(problem);
        } catch {
          return;
        }
        expect(anonymize({ ...problem, snapshotBytes }).lossVector).toEqual(found.lossVector);
      }),
      { numRuns: 300, seed: 20260331 },
    );
  });
});
