import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation, slowNode } from '../../../test/support/slow-anonymizer.js';
import { collapse } from './base.js';
import { compareLoss, type Metric } from './metric.js';
import { NodeCheck } from './node-check.js';
import type { Problem } from './problem.js';
import { taskOf } from './task.js';

type Measured = Problem & { readonly metric: Metric };

/** Pairs of a node and a finer one that the shadow says something of: how many, and of how many it says too much. */
function judge(problem: Measured, cast: Problem): { told: number; wrong: number } {
  const nodes = new NodeCheck(taskOf(collapse(cast), { ...cast, suppressionLimit: 1 }));
  const { columns, least } = nodes.losses;
  const counts = { told: 0, wrong: 0 };
  if (columns === null) return counts;
  const all = [...everyTransformation(problem)];
  const truth = new Map(all.map((levels) => [levels, slowNode(problem, levels, problem.metric).loss]));
  for (const coarser of all) {
    const { shadow } = nodes.check(coarser, null);
    if (shadow === null) continue;
    for (const finer of all) {
      if (!finer.every((level, j) => level <= coarser[j]!)) continue;
      const bound = columns.combine(finer.map((level, j) => shadow[j]![level]!));
      if (compareLoss(bound, least(finer)) > 0) counts.told++;
      const most = truth.get(finer)!.map((value) => value + 1e-8 * Math.max(1, Math.abs(value)));
      if (compareLoss(bound, most) > 0) counts.wrong++;
    }
  }
  return counts;
}

const measure = (change: (problem: Problem) => Problem) => {
  const all = { told: 0, wrong: 0 };
  fc.assert(
    fc.property(randomDemands, ({ unit: _, subject: __, ...problem }) => {
      const { told, wrong } = judge(problem, change(problem));
      all.told += told;
      all.wrong += wrong;
    }),
    { numRuns: 300, seed: 20260341 },
  );
  return all;
};

describe('what a node tells of all finer ones', () => {
  it('is never more than they lose', () => {
    const { told, wrong } = measure((problem) => problem);
    expect(wrong).toBe(0);
    expect(told).toBeGreaterThan(3000);
  });

  it('would be seen to be too much if classes of k were thought too small', () => {
    expect(measure((problem) => ({ ...problem, k: problem.k + 1 })).wrong).toBeGreaterThan(500);
  });
});
