import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../test/support/random-demands.js';
import { everyTransformation } from '../../../test/support/slow-anonymizer.js';
import { collapse, type Base } from './base.js';
import { coarsen } from './coarsen.js';
import { Demands } from './demands.js';
import { Grouper } from './grouping.js';
import { lossModel } from './loss-model.js';
import { OccurrenceMerger } from './occurrences.js';
import { Snapshots } from './snapshots.js';

const sorted = (numbers: Int32Array, ids: number): number[] =>
  [...numbers.subarray(0, ids)].filter((n) => n > 0).sort();

describe('a node grouped from a finer node', () => {
  it('has the classes, subjects, suppression and loss that it has when grouped from the rows', () => {
    let rolledUp = 0;
    fc.assert(
      fc.property(randomDemands, fc.nat(), (problem, pick) => {
        const root = collapse(problem);
        const losses = lossModel(root, problem.metric);
        const demands = new Demands(root, problem, losses);
        const grouper = new Grouper(root);
        const nodes = [...everyTransformation(problem)];
        const below = nodes[pick % nodes.length]!;
        const snapshot = coarsen(grouper.group(root, below), new OccurrenceMerger(problem.rows, root.plain));
        const describeNode = (base: Base, levels: readonly number[]) => {
          const grouping = grouper.group(base, levels);
          const { units: suppressed } = demands.askModels(grouping, demands.countPeople(grouping), Infinity);
          const { ids, units, rows, subjects } = grouping;
          return [sorted(units, ids), sorted(rows, ids), sorted(subjects, ids), suppressed, losses.loss(grouping)];
        };
        for (const levels of nodes) {
          if (!levels.every((level, j) => level >= below[j]!)) continue;
          expect(describeNode(snapshot, levels)).toEqual(describeNode(root, levels));
          if (snapshot.tuples < root.tuples) rolledUp++;
        }
      }),
      { numRuns: 300, seed: 20260308 },
    );
    expect(rolledUp).toBeGreaterThan(1000);
  });
});

describe('the budget of snapshots', () => {
  const problem = fc.sample(randomDemands, { numRuns: 200, seed: 9 }).find(({ rows, unit }) => rows === 24 && !unit)!;
  const root = collapse(problem);
  const grouper = new Grouper(root);
  const top = problem.quasiIdentifiers.map(({ hierarchy }) => hierarchy.levels.length - 1);

  it('lets a coarser node be grouped from a snapshot, and only a coarser one', () => {
    const snapshots = new Snapshots(root, 2 ** 20);
    snapshots.offer(grouper.group(root, top));
    expect(snapshots.below(top).tuples).toBe(1);
    expect(snapshots.below(top.map(() => 0))).toBe(root);
  });

  it('keeps nothing that is larger than it', () => {
    const snapshots = new Snapshots(root, 10);
    snapshots.offer(grouper.group(root, top));
    expect(snapshots.below(top)).toBe(root);
  });
});
