import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation, slowNode } from '../../../test/support/slow-anonymizer.js';
import { anonymize, type Problem } from './index.js';
import { evaluator } from './evaluate.js';

/** Ties among classes of a size: the loss metric settles them by what each class loses, which the slow way does not. */
const tiesMatter = ({ models = [], metric }: Problem): boolean =>
  metric?.name === 'loss' && models.some(({ type }) => type === 'average-risk' || type === 'uniqueness');
const units = ({ rows, unit }: Problem): number => (unit === undefined ? rows : Math.max(-1, ...unit) + 1);

describe('who may be published', () => {
  it('is decided as the definitions have it, at every transformation, and found by the search', () => {
    let [published, refused] = [0, 0];
    fc.assert(
      fc.property(randomDemands, (problem) => {
        fc.pre(!tiesMatter(problem));
        const suppressedAt = evaluator(problem);
        const limit = Math.floor(units(problem) * problem.suppressionLimit);
        let feasible = false;
        for (const levels of everyTransformation(problem)) {
          const { suppressedUnits } = slowNode(problem, levels, problem.metric);
          expect(suppressedAt(levels).suppressedUnits).toBe(suppressedUnits);
          feasible ||= suppressedUnits <= limit;
        }
        if (feasible) {
          const { transformation, suppressedUnits, optimal } = anonymize(problem);
          expect(optimal).toBe(true);
          expect(suppressedUnits).toBe(slowNode(problem, transformation, problem.metric).suppressedUnits);
          published++;
        } else {
          expect(() => anonymize(problem)).toThrow(expect.objectContaining({ code: 'infeasible' }));
          refused++;
        }
      }),
      { numRuns: 150, seed: 20261126 },
    );
    expect(Math.min(published, refused)).toBeGreaterThan(10);
  });
});
