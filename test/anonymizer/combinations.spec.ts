import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anonymize,
  evaluator,
  type Anonymization,
  type PrivacyModel,
  type Problem,
} from '../../src/transparency/anonymize/index.js';
import { randomDemands, randomModel } from '../support/random-demands.js';
import { slowUnion } from '../support/slow-recoding.js';

const attempt = (problem: Problem): Anonymization | null => {
  try {
    return anonymize(problem);
  } catch (error) {
    expect(error).toMatchObject({ code: 'infeasible' });
    return null;
  }
};

const nameOf = (model: PrivacyModel): string =>
  'distance' in model
    ? `${model.type} ${model.distance}`
    : 'variant' in model
      ? `${model.type} ${model.variant}`
      : model.type;

/** Two or three models, of one attribute or of two, about values, about sizes or about both. */
const combined = fc
  .tuple(randomDemands, fc.array(randomModel, { minLength: 2, maxLength: 3 }))
  .map(([problem, models]) => ({ ...problem, models, suppressionLimit: Math.max(0.5, problem.suppressionLimit) }));

describe('models asked together', () => {
  it('all hold of what is published, by their definitions, for every pair of them', () => {
    const pairs = new Map<string, number>();
    let attributes = 0;
    fc.assert(
      fc.property(combined, (problem) => {
        const found = attempt(problem);
        if (found === null) return;
        const { faults, smallestClass } = slowUnion(problem, found.keep, [found.transformation]);
        expect(faults).toEqual([]);
        expect(found.smallestClass).toBe(smallestClass);
        if (found.suppressedUnits === found.units) return;
        const { models } = problem;
        for (const [at, model] of models.entries())
          for (const other of models.slice(at + 1)) {
            const pair = [nameOf(model), nameOf(other)].sort().join(' + ');
            pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
          }
        if (new Set(models.flatMap((model) => ('attribute' in model ? [model.attribute] : []))).size === 2)
          attributes++;
      }),
      { numRuns: 3000, seed: 20260431 },
    );
    // 3 diversities, 3 distances, 2 likenesses, 2 of sizes: 55 pairs, with themselves.
    expect(pairs.size).toBe(55);
    expect(attributes).toBeGreaterThan(300);
  });

  it('leave nothing out that one model more would let be: more demands never suppress less or lose less', () => {
    let more = 0;
    fc.assert(
      fc.property(combined, (problem) => {
        const fewer = { ...problem, models: problem.models.slice(1) };
        const levels = problem.quasiIdentifiers.map(({ hierarchy }) => (hierarchy.levels.length - 1) >> 1);
        const all = evaluator(problem)(levels);
        const some = evaluator(fewer)(levels);
        expect(all.suppressedUnits).toBeGreaterThanOrEqual(some.suppressedUnits);
        if (all.suppressedUnits > some.suppressedUnits) more++;
        const [best, looser] = [
          attempt({ ...problem, metric: { name: 'entropy' } }),
          attempt({ ...fewer, metric: { name: 'entropy' } }),
        ];
        if (best !== null) expect(looser!.loss).toBeLessThanOrEqual(best.loss + 1e-9);
      }),
      { numRuns: 600, seed: 20260432 },
    );
    expect(more).toBeGreaterThan(50);
  });
});
