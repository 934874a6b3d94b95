import { describe, expect, it } from '@jest/globals';
import { slowUnion } from '../../../../test/support/slow-recoding.js';
import { AnonymizationRefused, bands, table, type Problem } from '../index.js';
import { recode } from './recode.js';
import type { Recoding } from './recoding.js';
import { settleRound } from './settle-round.js';

const transformations = ({ rounds }: Recoding) => rounds.map(({ transformation }) => transformation);

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
