import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation, slowNode } from '../../../test/support/slow-anonymizer.js';
import { anonymize, AnonymizationRefused, type Problem } from './index.js';
import { compareLoss, type LossVector, type Metric } from './metric.js';

const units = ({ rows, unit }: Problem): number => (unit === undefined ? rows : Math.max(-1, ...unit) + 1);

function expectLoss(found: LossVector, truth: LossVector): void {
  expect(found).toHaveLength(truth.length);
  for (const [i, value] of truth.entries())
    if (Number.isFinite(value)) expect(Math.abs(found[i]! - value)).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
    else expect(found[i]).toBe(value);
}

/** Ties among classes of a size: the loss metric settles them by what each class loses, which the slow way does not. */
const tiesMatter = ({ models = [], metric }: Problem): boolean =>
  metric?.name === 'loss' && models.some(({ type }) => type === 'average-risk' || type === 'uniqueness');

function optimum(problem: Problem, metric: Metric): LossVector | null {
  const limit = Math.floor(units(problem) * problem.suppressionLimit);
  let best: LossVector | null = null;
  for (const levels of everyTransformation(problem)) {
    const { suppressedUnits, loss } = slowNode(problem, levels, metric);
    if (suppressedUnits <= limit && (best === null || compareLoss(loss, best) < 0)) best = loss;
  }
  return best;
}

describe('every model and every metric, against every transformation tried one by one', () => {
  it('finds an optimum of the same loss and suppresses what the definitions say', () => {
    const seen = new Map<string, number>();
    const count = (name: string): unknown => seen.set(name, (seen.get(name) ?? 0) + 1);
    fc.assert(
      fc.property(randomDemands, (problem) => {
        fc.pre(!tiesMatter(problem));
        const truth = optimum(problem, problem.metric);
        if (truth === null) {
          expect(() => anonymize(problem)).toThrow(AnonymizationRefused);
          count('refused');
          return;
        }
        const found = anonymize(problem);
        expect(anonymize({ ...problem, projectAfter: 1 }).lossVector).toEqual(found.lossVector);
        expect(found.optimal).toBe(true);
        expectLoss(found.lossVector, truth);
        const node = slowNode(problem, found.transformation, problem.metric);
        expect(found.suppressedUnits).toBe(node.suppressedUnits);
        expect(found.keep.reduce((sum, kept) => sum + kept, 0)).toBe(found.units - found.suppressedUnits);
        for (const { type } of problem.models ?? []) count(type);
        count(problem.metric.name);
      }),
      { numRuns: 1500, seed: 20260305 },
    );
    expect(Math.min(...seen.values())).toBeGreaterThan(40);
    expect(seen.size).toBe(14);
  });

  it('never claims a lower bound above the optimum when its time is up', () => {
    fc.assert(
      fc.property(randomDemands, (problem) => {
        fc.pre(!tiesMatter(problem));
        const truth = optimum(problem, problem.metric);
        fc.pre(truth?.every(Number.isFinite) === true);
        const least = truth[0] ?? 0;
        let hurried;
        try {
          hurried = anonymize({ ...problem, budgetMs: 0 });
        } catch (error) {
          expect(error).toMatchObject({ code: 'infeasible' });
          return;
        }
        expect(hurried.lowerBound).toBeLessThanOrEqual(least + 1e-8 * Math.max(1, Math.abs(least)));
      }),
      { numRuns: 200, seed: 20260306 },
    );
  });
});
