import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expand } from '../../../../test/support/expand.js';
import { randomRecoding } from '../../../../test/support/random-recoding.js';
import { word } from '../../../../test/support/slow-anonymizer.js';
import { slowUnion } from '../../../../test/support/slow-recoding.js';
import { anonymize, evaluator, type Problem } from '../index.js';
import { recode } from './recode.js';
import { recodedTable } from './recoded-table.js';
import { recodingLoss } from './recoding-loss.js';
import type { Recoding, RecodingOptions } from './recoding.js';

const attempt = (problem: Problem, options: RecodingOptions = {}): Recoding | null => {
  try {
    return recode(problem, options);
  } catch (error) {
    expect(error).toMatchObject({ code: 'infeasible' });
    return null;
  }
};

const transformations = ({ rounds }: Recoding) => rounds.map(({ transformation }) => transformation);
const total = (numbers: Iterable<number>): number => [...numbers].reduce((sum, each) => sum + each, 0);

describe('local recoding of random tables', () => {
  it('breaks no demand in the words that are published, and publishes whatever one transformation would', () => {
    const seen = { published: 0, givenBack: 0, manyRounds: 0, unionJoined: 0, withModels: 0 };
    fc.assert(
      fc.property(randomRecoding, (problem) => {
        const found = attempt(problem);
        if (found === null) return;
        const { faults, classes, smallestClass } = slowUnion(problem, found.roundOf, transformations(found));
        expect(faults).toEqual([]);
        expect(found.classes).toBe(classes.length);
        expect(found.smallestClass).toBe(smallestClass);
        const alone = anonymize(problem);
        expect(transformations(found)[0]).toEqual(alone.transformation);
        expect([...found.roundOf].map((round) => Number(round === 1))).toEqual([...alone.keep]);
        expect(found.suppressedUnits).toBe([...found.roundOf].filter((round) => round === 0).length);
        expect(found.suppressedUnits + total(found.rounds.map(({ units }) => units))).toBe(found.units);
        expect(found.suppressedRows + total(found.rounds.map(({ rows }) => rows))).toBe(problem.rows);
        for (const measure of ['domain', 'entropy', 'height'] as const)
          expect(found.after[measure]).toBeLessThanOrEqual(found.before[measure] + 1e-12);
        if (found.suppressedUnits < found.units) seen.published++;
        if (found.rounds.length > 1) seen.givenBack++;
        if (found.rounds.length > 2) seen.manyRounds++;
        if (found.rounds.length > 1 && (problem.models?.length ?? 0) > 0) seen.withModels++;
        const rounds = classes.map(
          (rows) => new Set(rows.map((row) => found.roundOf[problem.unit?.[row] ?? row])).size,
        );
        if (rounds.some((size) => size > 1)) seen.unionJoined++;
      }),
      { numRuns: 1500, seed: 20260401 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  it('leaves nobody out whom the coarsest transformation could still give back', () => {
    let seen = 0;
    fc.assert(
      fc.property(randomRecoding, ({ models: _, ...problem }) => {
        const found = attempt(problem);
        if (found === null || found.rounds.length >= 20) return;
        const top = problem.quasiIdentifiers.map(({ hierarchy }) => hierarchy.levels.length - 1);
        if (found.suppressedUnits === 0) return;
        const rest = Array.from(found.roundOf, (round) => Number(round === 0));
        // Alone at the top, not all of those left are enough for k: else they would have been given back.
        expect(slowUnion(problem, rest, [top]).faults).not.toEqual([]);
        seen++;
      }),
      { numRuns: 300, seed: 20260402 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

describe('the table that is published', () => {
  it('has the rows that are not suppressed, each in the words of its round', () => {
    fc.assert(
      fc.property(randomRecoding, (problem) => {
        const found = attempt(problem);
        if (found === null) return;
        const { rowOf, columns } = recodedTable(problem, found);
        const roundOfRow = (row: number): number => found.roundOf[problem.unit?.[row] ?? row]!;
        expect([...rowOf]).toEqual(Array.from({ length: problem.rows }, (_, row) => row).filter(roundOfRow));
        for (const [j, { codes, words }] of columns.entries())
          for (const [at, row] of rowOf.entries()) {
            const { hierarchy, codes: bases } = problem.quasiIdentifiers[j]!;
            const level = transformations(found)[roundOfRow(row) - 1]![j]!;
            expect(words[codes[at]!]).toBe(word(hierarchy, level, bases[row]!));
          }
      }),
      { numRuns: 200, seed: 20260405 },
    );
  });
});

describe('what a recoding loses', () => {
  it('is, with one transformation, what the metrics of the search say', () => {
    let suppressing = 0;
    fc.assert(
      fc.property(randomRecoding, (problem) => {
        const models = (problem.models ?? []).filter((model) => 'attribute' in model);
        fc.pre(
          problem.rows > 0 && problem.quasiIdentifiers.every(({ hierarchy }) => hierarchy.levels[0]!.codes.length > 1),
        );
        const found = attempt({ ...problem, models }, { maxRounds: 1 });
        if (found === null) return;
        const [levels = []] = transformations(found);
        const by = (name: 'loss' | 'precision') =>
          evaluator({ ...problem, models, metric: { name, aggregate: 'mean' } })(levels).lossVector[0];
        expect(found.after.domain).toBeCloseTo(by('loss')!, 8);
        expect(found.after.height).toBeCloseTo(by('precision')!, 8);
        if (found.suppressedUnits > 0) suppressing++;
      }),
      { numRuns: 300, seed: 20260404 },
    );
    expect(suppressing).toBeGreaterThan(50);
  });
});

describe('units that stand for several', () => {
  it('are given back, counted and judged as if they were written out', () => {
    const seen = { givenBack: 0, withModels: 0 };
    fc.assert(
      fc.property(
        randomRecoding,
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 24, maxLength: 24 }),
        ({ subject: _, ...problem }, counts) => {
          const units = problem.unit === undefined ? problem.rows : Math.max(-1, ...problem.unit) + 1;
          const short = { ...problem, copies: Int32Array.from(counts.slice(0, units)) };
          const found = attempt(short);
          if (found === null) return;
          const long = expand(short);
          const roundOf = [...found.roundOf].flatMap((round, u) => new Array<number>(short.copies[u]!).fill(round));
          const { faults, classes, smallestClass } = slowUnion(long, roundOf, transformations(found));
          expect(faults).toEqual([]);
          expect(found).toMatchObject({ classes: classes.length, smallestClass, units: roundOf.length });
          expect(found.suppressedUnits).toBe(roundOf.filter((round) => round === 0).length);
          const lost = recodingLoss(long, (u) => transformations(found)[roundOf[u]! - 1] ?? null);
          for (const measure of ['domain', 'entropy', 'height'] as const)
            expect(found.after[measure]).toBeCloseTo(lost[measure], 10);
          if (found.rounds.length > 1) seen.givenBack++;
          if (found.rounds.length > 1 && (problem.models?.length ?? 0) > 0) seen.withModels++;
        },
      ),
      { numRuns: 400, seed: 20260403 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });
});
