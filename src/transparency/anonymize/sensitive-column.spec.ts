import { describe, expect, it } from '@jest/globals';
import { table } from './index.js';
import { sensitiveColumn } from './sensitive-column.js';

const codes = Int32Array.of(4, -1, 2, 4, 0);
const organs = table('organ', [
  ['a', 'x'],
  ['b', 'x'],
  ['c', 'y'],
  ['d', 'y'],
  ['e', 'y'],
]);

describe('a sensitive column', () => {
  it('numbers the values that occur, and holds their share of the rows that have one', () => {
    const column = sensitiveColumn({ name: 'organ', codes });
    expect([...column.codes]).toEqual([0, -1, 1, 0, 2]);
    expect([...column.overall]).toEqual([0.5, 0.25, 0.25]);
    expect([column.name, [...column.rank], column.levels]).toEqual(['organ', [0, 1, 2], null]);
    const weighed = sensitiveColumn({ name: 'organ', codes }, Int32Array.of(1, 100, 5, 1, 1));
    expect([...weighed.overall]).toEqual([2 / 8, 5 / 8, 1 / 8]);
  });

  it('knows the place of each in an order', () => {
    expect([...sensitiveColumn({ name: 'organ', codes, order: Int32Array.of(3, 2, 0, 4, 1) }).rank]).toEqual([2, 0, 1]);
  });

  it('has the groups of its hierarchy with their shares', () => {
    const { levels } = sensitiveColumn({ name: 'organ', codes, hierarchy: organs });
    expect(levels?.map(({ of, overall }) => [[...of], [...overall]])).toEqual([
      [
        [4, 2, 0],
        [0.25, 0, 0.25, 0, 0.5],
      ],
      [
        [1, 1, 0],
        [0.25, 0.75],
      ],
      [[0, 0, 0], [1]],
    ]);
  });

  it('is held to the shares that are given, of values that do not occur here too', () => {
    const overall = Float64Array.of(0.1, 0.2, 0.3, 0, 0.4);
    const column = sensitiveColumn({ name: 'organ', codes, overall });
    expect([...column.overall]).toEqual([0.4, 0.3, 0.1, 0.2]);
    expect([...column.rank]).toEqual([0, 1, 2, 3]);
  });
});
