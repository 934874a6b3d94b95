import { describe, expect, it } from '@jest/globals';
import { commonCoarsenings } from './common-coarsenings.js';
import type { EpochClasses } from './epoch-classes.js';

const paths: Record<string, readonly string[]> = {
  a1: ['a', '*'],
  a2: ['a', '*'],
  b1: ['b', '*'],
  a: ['*'],
  b: ['*'],
  '*': [],
};
const epoch = (level: number, words: readonly string[], name = 'place'): EpochClasses => ({
  columns: [{ name, level, ancestors: new Map(words.map((word) => [word, paths[word]!])) }],
  signatures: words.map((word) => [[word]]),
});
const cellsOf = (former: EpochClasses, now: EpochClasses): number[][][] =>
  commonCoarsenings(former, now).map(({ cellOfFormer, cellOfNow }) => [[...cellOfFormer], [...cellOfNow]]);

describe('the tables common to two epochs', () => {
  it('are those of the coarser levels, from the finest to the sum', () => {
    expect(cellsOf(epoch(0, ['a1', 'a2', 'b1']), epoch(1, ['a', 'b']))).toEqual([
      [
        [0, 0, 1],
        [0, 1],
      ],
      [
        [0, 0, 0],
        [0, 0],
      ],
    ]);
  });

  it('of equal levels are the classes themselves, and what they add up to', () => {
    expect(cellsOf(epoch(0, ['a1', 'a2', 'b1']), epoch(0, ['b1', 'a1']))).toEqual([
      [
        [0, 1, 2],
        [2, 0],
      ],
      [
        [0, 0, 1],
        [1, 0],
      ],
      [
        [0, 0, 0],
        [0, 0],
      ],
    ]);
  });

  it('leave a column out that only one of them has', () => {
    expect(cellsOf(epoch(0, ['a1', 'b1']), epoch(0, ['a1'], 'age'))).toEqual([[[0, 0], [0]]]);
  });

  it('join what the epochs group differently, until both can tell the groups', () => {
    const regrouped: EpochClasses = {
      columns: [
        {
          name: 'place',
          level: 1,
          ancestors: new Map([
            ['a', ['*']],
            ['c', ['*']],
          ]),
        },
      ],
      signatures: [[['a']], [['c']]],
    };
    const then: EpochClasses = {
      columns: [
        {
          name: 'place',
          level: 0,
          ancestors: new Map([
            ['a1', ['a', '*']],
            ['a2', ['c', 'a', '*']],
          ]),
        },
      ],
      signatures: [[['a1']], [['a2']]],
    };
    expect(cellsOf(then, regrouped)).toEqual([
      [
        [0, 0],
        [0, 0],
      ],
    ]);
  });

  it('are refused when a word is not said to be part of anything', () => {
    const lost: EpochClasses = {
      ...epoch(0, ['a1']),
      columns: [{ name: 'place', level: 0, ancestors: new Map([['a1', []]]) }],
    };
    expect(() => commonCoarsenings(lost, epoch(0, ['a1']))).toThrow(
      expect.objectContaining({ code: 'series-malformed' }),
    );
  });

  it('take the rows of a unit together', () => {
    const pair = (words: readonly string[]): EpochClasses => ({
      ...epoch(0, ['a1', 'b1']),
      signatures: [words.map((word) => [word])],
    });
    const [finest] = commonCoarsenings(pair(['a1', 'b1']), pair(['b1', 'a1']));
    expect(finest).toMatchObject({ cells: 1, finest: true });
  });
});
