import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomProblem } from '../../../test/support/random-problem.js';
import { anonymize, AnonymizationRefused, type Hierarchy, type Problem } from './index.js';

/** The same question answered the slow and obvious way: words, strings, maps, and every transformation. */
interface Exhaustive {
  readonly loss: number;
  readonly suppressed: ReadonlyMap<string, number>;
}

const word = ({ levels }: Hierarchy, level: number, base: number): string =>
  levels[level]!.labels[levels[level]!.codes[base]!]!;

function* transformations(problem: Problem, at = 0): Generator<number[]> {
  const column = problem.quasiIdentifiers[at];
  if (column === undefined) {
    yield [];
    return;
  }
  for (let level = column.minLevel ?? 0; level <= (column.maxLevel ?? column.hierarchy.levels.length - 1); level++)
    for (const rest of transformations(problem, at + 1)) yield [level, ...rest];
}

function suppressedUnits({ rows, quasiIdentifiers, unit, subject, k }: Problem, levels: readonly number[]): number {
  const tuples = new Map<number, string[]>();
  for (let row = 0; row < rows; row++) {
    const tuple = quasiIdentifiers.map(({ hierarchy, codes }, j) => word(hierarchy, levels[j]!, codes[row]!)).join('|');
    const u = unit?.[row] ?? row;
    tuples.set(u, [...(tuples.get(u) ?? []), tuple]);
  }
  const classes = new Map<string, { units: number; subjects: Set<number> }>();
  for (const [u, members] of tuples) {
    const signature = members.sort().join('&');
    const found = classes.get(signature) ?? { units: 0, subjects: new Set() };
    found.units++;
    found.subjects.add(subject?.[u] ?? u);
    classes.set(signature, found);
  }
  return [...classes.values()].reduce((sum, { units, subjects }) => sum + (subjects.size < k ? units : 0), 0);
}

function columnLosses({ quasiIdentifiers }: Problem): number[][] {
  return quasiIdentifiers.map(({ hierarchy, codes }) =>
    hierarchy.levels.map((_, level) => {
      const words = Array.from(codes, (code) => [word(hierarchy, 0, code), word(hierarchy, level, code)] as const);
      const share = ([own, group]: readonly [string, string]): number =>
        words.filter(([other]) => other === own).length / words.filter(([, other]) => other === group).length;
      return words.reduce((loss, row) => loss - Math.log2(share(row)), 0);
    }),
  );
}

function exhaustive(problem: Problem): Exhaustive {
  const units = problem.unit === undefined ? problem.rows : Math.max(-1, ...problem.unit) + 1;
  const suppressed = new Map<string, number>();
  const losses = columnLosses(problem);
  let loss = Infinity;
  for (const levels of transformations(problem)) {
    const count = suppressedUnits(problem, levels);
    suppressed.set(levels.join(), count);
    if (count <= Math.floor(units * problem.suppressionLimit))
      loss = Math.min(
        loss,
        losses.reduce((sum, column, j) => sum + column[levels[j]!]!, 0),
      );
  }
  return { loss, suppressed };
}

describe('the search against every transformation, tried one by one', () => {
  it('finds an optimum of the same loss on random tables, with units of several rows and shared subjects', () => {
    const seen = { optima: 0, refused: 0, manyRows: 0 };
    fc.assert(
      fc.property(randomProblem, (p) => {
        const truth = exhaustive(p);
        if (truth.loss === Infinity) {
          expect(() => anonymize(p)).toThrow(AnonymizationRefused);
          seen.refused++;
          return;
        }
        const found = anonymize(p);
        expect(found.optimal).toBe(true);
        expect(found.loss).toBeCloseTo(truth.loss, 8);
        expect(found.suppressedUnits).toBe(truth.suppressed.get(found.transformation.join()));
        expect(found.keep.reduce((sum, kept) => sum + kept, 0)).toBe(found.units - found.suppressedUnits);
        seen.optima++;
        if (found.units < p.rows) seen.manyRows++;
      }),
      { numRuns: 700, seed: 20260301 },
    );
    expect(Math.min(seen.optima, seen.manyRows)).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(10);
  });

  it('never claims a lower bound above the optimum when its time is up', () => {
    fc.assert(
      fc.property(randomProblem, (p) => {
        const truth = exhaustive(p);
        fc.pre(truth.loss !== Infinity);
        const hurried = anonymize({ ...p, budgetMs: 0 });
        expect(hurried.lowerBound).toBeLessThanOrEqual(truth.loss + 1e-8);
        expect(hurried.loss).toBeGreaterThanOrEqual(truth.loss - 1e-8);
        expect(hurried.optimal).toBe(hurried.gap === 0);
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
