import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation, slowNode } from '../../../test/support/slow-anonymizer.js';
import { collapse } from './base.js';
import { evaluator } from './evaluate.js';
import { anonymize, type Problem } from './index.js';
import { compareLoss, type LossVector } from './metric.js';
import { NodeCheck } from './node-check.js';
import { taskOf } from './task.js';

/** Ties among classes of a size: the loss metric settles them by what each class loses, which the slow way does not. */
const tiesMatter = ({ models = [], metric }: Problem): boolean =>
  metric?.name === 'loss' && models.some(({ type }) => type === 'average-risk' || type === 'uniqueness');
const units = ({ rows, unit }: Problem): number => (unit === undefined ? rows : Math.max(-1, ...unit) + 1);

describe('who may be published', () => {
  it('is decided as the definitions have it, at every transformation, and found by the search', () => {
    let [published, refused, hopeless] = [0, 0, 0];
    fc.assert(
      fc.property(randomDemands, (problem) => {
        fc.pre(!tiesMatter(problem));
        const limit = Math.floor(units(problem) * problem.suppressionLimit);
        const suppressedAt = evaluator(problem);
        const nodes = new NodeCheck(taskOf(collapse(problem), problem));
        const all = [...everyTransformation(problem)].map((levels) => slowNode(problem, levels, problem.metric));
        let best: LossVector | null = null;
        for (const { levels, suppressedUnits, loss } of all) {
          expect(suppressedAt(levels).suppressedUnits).toBe(suppressedUnits);
          const verdict = nodes.check(levels, null);
          expect(verdict.feasible).toBe(suppressedUnits <= limit);
          if (verdict.feasible && (best === null || compareLoss(loss, best) < 0)) best = loss;
          if (!verdict.hopeless) continue;
          hopeless++;
          const finer = all.filter((other) => other.levels.every((level, j) => level <= levels[j]!));
          expect(finer.filter((other) => other.suppressedUnits <= limit)).toEqual([]);
        }
        if (best === null) {
          expect(() => anonymize(problem)).toThrow(expect.objectContaining({ code: 'infeasible' }));
          refused++;
          return;
        }
        const { transformation, suppressedUnits, lossVector } = anonymize(problem);
        const found = all.find(({ levels }) => levels.join() === transformation.join());
        expect(suppressedUnits).toBe(found?.suppressedUnits);
        for (const [i, value] of best.entries())
          if (Number.isFinite(value)) expect(lossVector[i]).toBeCloseTo(value, 6);
        published++;
      }),
      { numRuns: 120, seed: 20261126 },
    );
    expect(Math.min(published, refused, hopeless)).toBeGreaterThan(10);
  });
});
