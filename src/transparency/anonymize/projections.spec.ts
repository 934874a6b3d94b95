import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation, slowNode } from '../../../test/support/slow-anonymizer.js';
import { collapse } from './base.js';
import { Lattice } from './lattice.js';
import { lossModel } from './loss-model.js';
import { compareLoss } from './metric.js';
import { Projections } from './projections.js';

const every = ({ size }: Lattice): Uint32Array => new Uint32Array(size).map((_, node) => node);

describe('what projections on three columns tell of a node', () => {
  it('is never more than what it suppresses and loses', () => {
    const seen = { nodes: 0, told: 0, sharper: 0 };
    fc.assert(
      fc.property(randomDemands, ({ unit: _, subject: __, ...problem }) => {
        const root = collapse(problem);
        const lattice = new Lattice(
          problem.quasiIdentifiers.map(() => 0),
          problem.quasiIdentifiers.map(({ hierarchy }) => hierarchy.levels.length - 1),
        );
        const { columns, least } = lossModel(root, problem.metric);
        const projections = new Projections(root, lattice, problem.k, columns?.metric ?? null, every(lattice));
        for (const levels of everyTransformation(problem)) {
          const truth = slowNode({ ...problem, models: [] }, levels, problem.metric);
          expect(projections.suppressed(levels)).toBeLessThanOrEqual(truth.suppressedUnits);
          seen.nodes++;
          if (projections.suppressed(levels) > 0) seen.told++;
          if (columns === null) continue;
          const bound = columns.combine(projections.columnLosses(levels));
          expect(
            compareLoss(
              bound,
              truth.loss.map((value) => value + 1e-8),
            ),
          ).toBeLessThanOrEqual(0);
          expect(compareLoss(bound, least(levels))).toBeGreaterThanOrEqual(0);
          if (compareLoss(bound, least(levels)) > 0) seen.sharper++;
        }
      }),
      { numRuns: 400, seed: 20260307 },
    );
    expect(seen.told).toBeGreaterThan(seen.nodes / 4);
    expect(seen.sharper).toBeGreaterThan(100);
  });
});
