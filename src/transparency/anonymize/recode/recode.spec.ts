import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomDemands } from '../../../../test/support/random-demands.js';
import { slowUnion } from '../../../../test/support/slow-recoding.js';
import { anonymize, AnonymizationRefused, bands, table, type Problem, type QuasiIdentifier } from '../index.js';
import { recode } from './recode.js';
import type { Recoding } from './recoding.js';
import { settleRound } from './settle-round.js';

/** Groups are called by their first member, so that rows of different rounds come to read the same. */
const echoing = table(
  'street',
  Array.from({ length: 8 }, (_, v) => [`v${v}`, `v${v - (v % 4)}`, '*']),
);
const COMMON = [0, 4, 0, 4, 1, 5];

/** Few columns, and mostly a metric to which suppression is nothing: much is left for further rounds. */
const randomRecoding = fc
  .tuple(randomDemands, fc.boolean(), fc.integer({ min: 1, max: 4 }))
  .map(([problem, echo, columns]): Problem => {
    const { weights: _, ...metric } = problem.metric;
    const quasiIdentifiers = problem.quasiIdentifiers.slice(0, columns);
    return {
      ...problem,
      suppressionLimit: Math.max(problem.suppressionLimit, columns / 5),
      quasiIdentifiers: echo ? quasiIdentifiers.slice(0, 1).map(echoed) : quasiIdentifiers,
      metric: columns < 4 ? { name: 'entropy' } : metric,
    };
  });

/** Two streets are common, the others are rare. */
function echoed(column: QuasiIdentifier): QuasiIdentifier {
  const codes = column.codes.map((code, row) => (row % 4 === 3 ? (code + row) % 8 : COMMON[code]!));
  return { name: column.name, codes, hierarchy: echoing };
}

const attempt = (problem: Problem): Recoding | null => {
  try {
    return recode(problem);
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

describe('the remainder', () => {
  const ages = ['30', '31', '32', '33', '40', '50', '60'];
  const count = [4, 4, 4, 4, 1, 1, 1];
  const codes = Int32Array.from(count.flatMap((times, code) => new Array<number>(times).fill(code)));
  const complaints: Problem = {
    rows: codes.length,
    quasiIdentifiers: [{ name: 'age', codes, hierarchy: bands('age', ages, [10, 50]) }],
    k: 3,
    suppressionLimit: 0.2,
  };

  it('comes back at a coarser transformation', () => {
    const found = recode(complaints);
    expect(transformations(found)).toEqual([[0], [3]]);
    expect([...found.roundOf].slice(-3)).toEqual([2, 2, 2]);
    expect(found).toMatchObject({ suppressedUnits: 0, classes: 5, smallestClass: 3 });
    expect(found.before.domain).toBeCloseTo(3 / 19, 12);
  });

  it('stays where it is when its column is frozen for an epoch', () => {
    const [age] = complaints.quasiIdentifiers;
    const found = recode({ ...complaints, quasiIdentifiers: [{ ...age!, minLevel: 0, maxLevel: 0 }] });
    expect(found).toMatchObject({ suppressedUnits: 3, suppressedRows: 3 });
    expect(found.rounds).toHaveLength(1);
    expect(found.after).toEqual(found.before);
  });

  it('is held to the distribution of the whole table, not to its own', () => {
    // Of the three who are left all have the same finding: at t = 0.5 among themselves fine, beside the others not.
    const finding = Int32Array.from(codes, (code, row) => (code < 4 ? row % 2 : 1));
    const sensitive = [{ name: 'finding', codes: finding }];
    const held = recode({
      ...complaints,
      sensitive,
      models: [{ type: 't-closeness', attribute: 'finding', t: 0.3, distance: 'equal' }],
    });
    expect(held.suppressedUnits).toBe(3);
    const loose = recode({
      ...complaints,
      sensitive,
      models: [{ type: 't-closeness', attribute: 'finding', t: 0.45, distance: 'equal' }],
    });
    expect(loose.suppressedUnits).toBe(0);
  });

  it.each([{ maxRounds: 0 }, { maxRounds: 1.5 }, { leastUnits: 0 }])('is refused %j', (options) => {
    expect(() => recode(complaints, options)).toThrow(AnonymizationRefused);
  });

  it('is left as it is when one round is all there may be', () => {
    expect(recode(complaints, { maxRounds: 1 }).rounds).toHaveLength(1);
  });
});

describe('rounds that come to read the same', () => {
  // Grassberger's estimate passes {flu, cold} and fails {flu, flu, cold, cold}: a union of two that pass.
  const hierarchy = table('street', [
    ['a', 'a', '*'],
    ['b', 'a', '*'],
    ['c', 'a', '*'],
  ]);
  const problem: Problem = {
    rows: 4,
    quasiIdentifiers: [{ name: 'street', codes: Int32Array.of(0, 0, 1, 2), hierarchy }],
    sensitive: [{ name: 'disease', codes: Int32Array.of(0, 1, 0, 1) }],
    models: [{ type: 'entropy-l', attribute: 'disease', l: 2, estimator: 'grassberger' }],
    k: 2,
    suppressionLimit: 0.5,
  };

  it('are judged together: what passes alone is not given back under a name that is out already', () => {
    const planted = Int32Array.of(1, 1, 2, 2);
    expect(slowUnion(problem, Int32Array.of(0, 0, 1, 1), [[1]]).faults).toEqual([]);
    expect(slowUnion(problem, planted, [[0], [1]]).faults).toEqual(['a, a: entropy-l']);
    expect(settleRound(problem, planted, [[0], [1]])).toBeNull();
  });

  it('and the coarsest is tried instead', () => {
    const found = recode(problem);
    expect(transformations(found)).toEqual([[0], [2]]);
    expect(found).toMatchObject({ suppressedUnits: 0, classes: 2, smallestClass: 2 });
  });

  it('lose only what breaks a demand: a planted class below k goes, the others stay', () => {
    const { models: _, ...plain } = problem;
    const more = {
      ...plain,
      rows: 6,
      quasiIdentifiers: [{ name: 'street', codes: Int32Array.of(0, 0, 1, 2, 2, 2), hierarchy }],
    };
    const { sensitive: __, ...planted } = more;
    expect(slowUnion(planted, Int32Array.of(1, 1, 2, 2, 2, 2), [[0], [0]]).faults).toEqual(['b: 1 people']);
    expect(settleRound(planted, Int32Array.of(1, 1, 2, 2, 2, 2), [[0], [0]])).toMatchObject({
      roundOf: Int32Array.of(1, 1, 0, 2, 2, 2),
      classes: 2,
      smallestClass: 2,
    });
  });
});
