import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomModel } from '../../../../test/support/random-demands.js';
import { passesSlowly } from '../../../../test/support/slow-models.js';
import { table } from '../index.js';
import type { PrivacyModel, ValueModel } from '../privacy-model.js';
import { sensitiveColumn } from '../sensitive-column.js';
import type { Cell, CellTest } from './cell-test.js';
import { compileModels } from './compile-models.js';

const diseases = table('disease', [
  ['flu', 'lung'],
  ['cold', 'lung'],
  ['ulcer', 'gut'],
  ['colic', 'gut'],
  ['gout', 'joint'],
]);
const attributeOf = (codes: readonly number[], order?: readonly number[]) => ({
  name: 'disease',
  codes: Int32Array.from(codes),
  hierarchy: diseases,
  ...(order ? { order: Int32Array.from(order) } : {}),
});

/** The test of one model, and cells of the table that it is about. */
function compiled(model: object, codes: readonly number[], order?: readonly number[]) {
  const column = sensitiveColumn(attributeOf(codes, order));
  const asked = { attribute: 'disease', ...model } as PrivacyModel;
  const [test] = compileModels([asked], [column]).tests[0]!.tests as [CellTest];
  const cellOf = (rows: readonly number[]): Cell => {
    const values = [...new Set(rows.map((row) => column.codes[row]!))];
    const counts = new Int32Array(column.overall.length);
    for (const row of rows) counts[column.codes[row]!] = counts[column.codes[row]!]! + 1;
    // The arrays are reused: what stands behind the distinct values is left from another cell.
    const padded = Int32Array.from([...values, ...Array.from(column.overall, (_, value) => value)]);
    return { values: padded, distinct: values.length, counts, rows: rows.length };
  };
  const passes = (rows: readonly number[]): boolean => {
    const cell = cellOf(rows);
    return cell.rows >= test.leastRows && cell.distinct >= test.leastDistinct && test.passes(cell);
  };
  return { test, passes };
}

describe('a cell passes', () => {
  it('exactly when the definition of the model says so, and two that pass do so together where that is said', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        randomModel,
        fc.array(fc.nat(4), { minLength: 2, maxLength: 24 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.nat(2),
        (model, codes, order, third) => {
          fc.pre('attribute' in model);
          const asked = { ...model, attribute: 'disease' } as ValueModel;
          const { test, passes } = compiled(asked, codes, order);
          const problem = { rows: codes.length, quasiIdentifiers: [], k: 1, suppressionLimit: 0 };
          const slow = { ...problem, sensitive: [attributeOf(codes, order)] };
          const all = codes.map((_, row) => row);
          const parts = [0, 1, 2].map((part) => all.filter((row) => (row * 7 + third) % 3 === part));
          const cells = [...parts, all].filter(({ length }) => length > 0);
          for (const rows of cells) expect(passes(rows)).toBe(passesSlowly(slow, asked, rows));
          const passing = parts.filter((rows) => rows.length > 0 && passes(rows));
          if (test.closedUnderUnion && passing.length > 0) expect(passes(passing.flat())).toBe(true);
          seen.set(asked.type, (seen.get(asked.type) ?? 0) + 1);
        },
      ),
      { numRuns: 600, seed: 20261126 },
    );
    expect(seen.size).toBe(5);
  });
});

describe('what a test says of all cells', () => {
  const even = [0, 1, 2, 3, 0, 1, 2, 3];
  const rare = [...Array.from({ length: 9 }, () => 0), 1];
  it.each<[object, readonly number[], Partial<CellTest>]>([
    [{ type: 'distinct-l', l: 3 }, even, { leastRows: 3, leastDistinct: 3, closedUnderUnion: true }],
    [{ type: 'recursive-cl', c: 2, l: 3 }, even, { leastRows: 3, leastDistinct: 3, closedUnderUnion: true }],
    [
      { type: 'entropy-l', l: 2, estimator: 'shannon' },
      even,
      { leastRows: 2, leastDistinct: 2, closedUnderUnion: true },
    ],
    [{ type: 'entropy-l', l: 2, estimator: 'grassberger' }, even, { closedUnderUnion: false }],
    [{ type: 'entropy-l', l: 2, estimator: 'grassberger-arx' }, even, { closedUnderUnion: false }],
    [
      { type: 't-closeness', t: 0, distance: 'equal' },
      even,
      { leastRows: 4, leastDistinct: 0, closedUnderUnion: true },
    ],
    [{ type: 't-closeness', t: 0.25, distance: 'equal' }, even, { leastRows: 3 }],
    [{ type: 't-closeness', t: 0.5, distance: 'equal' }, even, { leastRows: 2 }],
    [{ type: 't-closeness', t: 0.1, distance: 'equal' }, rare, { leastRows: 1 }],
    [{ type: 't-closeness', t: 0, distance: 'equal' }, rare, { leastRows: 10 }],
    [{ type: 't-closeness', t: 0, distance: 'hierarchical' }, even, { leastRows: 4 }],
    [{ type: 't-closeness', t: 0.2, distance: 'hierarchical' }, even, { leastRows: 4 }],
    [{ type: 't-closeness', t: 0.21, distance: 'hierarchical' }, even, { leastRows: 3 }],
    [{ type: 't-closeness', t: 0, distance: 'ordered' }, even, { leastRows: 1, leastDistinct: 0 }],
    [
      { type: 'beta-likeness', beta: 0, variant: 'basic' },
      even,
      { leastRows: 4, leastDistinct: 0, closedUnderUnion: true },
    ],
    [{ type: 'beta-likeness', beta: 1, variant: 'basic' }, even, { leastRows: 2 }],
    [{ type: 'beta-likeness', beta: 0, variant: 'basic' }, rare, { leastRows: 10 }],
    [{ type: 'beta-likeness', beta: 9, variant: 'enhanced' }, even, { leastRows: 2 }],
  ])('%j', (model, codes, said) => {
    expect(compiled(model, codes).test).toMatchObject(said);
  });

  it('is never more than a thousand rows', () => {
    const codes = Array.from({ length: 2_003 }, (_, row) => (row === 0 ? 1 : 0));
    expect(compiled({ type: 't-closeness', t: 0, distance: 'equal' }, codes).test.leastRows).toBe(1_000);
    expect(compiled({ type: 'beta-likeness', beta: 0, variant: 'basic' }, codes).test.leastRows).toBe(1_000);
  });
});

describe('models', () => {
  const column = sensitiveColumn(attributeOf([0, 1, 2, 3]));
  const other = { ...column, name: 'outcome' };
  const l2 = { type: 'distinct-l', attribute: 'disease', l: 2 } as const;
  it('are asked of the column that they name, and those of sizes of none', () => {
    const risk = { type: 'average-risk', threshold: 0.5 } as const;
    const both = [l2, { ...l2, attribute: 'outcome', l: 3 }, { ...l2, l: 4 }, risk];
    const { tests, sizes } = compileModels(both, [column, other]);
    expect(sizes).toEqual([risk]);
    expect(tests.map((each) => [each.column, each.tests.map(({ leastRows }) => leastRows)])).toEqual([
      [0, [2, 4]],
      [1, [3]],
    ]);
    expect(compileModels([{ ...l2, attribute: 'outcome' }], [column, other]).tests.map((each) => each.column)).toEqual([
      1,
    ]);
  });

  it('of no column are refused, and so are numbers that make no sense', () => {
    const refused = (model: object) => () => compileModels([model as PrivacyModel], [column]);
    expect(refused({ ...l2, attribute: 'x' })).toThrow('no sensitive attribute is called "x"');
    for (const l of [-1, 1.5, NaN, Infinity])
      expect(refused({ ...l2, l })).toThrow('a number of the model distinct-l makes no sense');
    for (const c of [-1, NaN, Infinity]) expect(refused({ ...l2, type: 'recursive-cl', c })).toThrow('recursive-cl');
    for (const threshold of [-0.1, Infinity]) expect(refused({ type: 'uniqueness', threshold })).toThrow('uniqueness');
    expect(refused({ type: 'uniqueness', threshold: 0 })).not.toThrow();
    const flat = sensitiveColumn({ name: 'disease', codes: Int32Array.from([0, 1]) });
    const hierarchical = { type: 't-closeness', attribute: 'disease', t: 0.1, distance: 'hierarchical' } as const;
    expect(() => compileModels([hierarchical], [flat])).toThrow('"disease" has no hierarchy to measure distance by');
  });
});
