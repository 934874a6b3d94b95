import { describe, expect, it } from '@jest/globals';
import { ANY, assertNested, buildHierarchy, type Level, UNKNOWN } from './hierarchy.js';

const level = (codes: number[], ...labels: string[]): Level => ({ codes: Int32Array.from(codes), labels });
const base = level([0, 1, 2], 'a', 'b', 'c');
const top = level([0, 0, 0], ANY);
const refusal = (...levels: Level[]): unknown => {
  try {
    assertNested('h', { levels });
    return 'nested';
  } catch (error) {
    return [(error as { code: string }).code, (error as Error).message];
  }
};

describe('a hierarchy', () => {
  it('gets a top, unless it has one', () => {
    const words = (columns: string[][]) => buildHierarchy('h', columns).levels.map(({ labels }) => labels);
    expect(
      words([
        ['a', 'b'],
        ['x', 'x'],
      ]),
    ).toEqual([['a', 'b'], ['x'], [ANY]]);
    expect(
      words([
        ['a', 'b'],
        [ANY, ANY],
      ]),
    ).toEqual([['a', 'b'], [ANY]]);
    expect(words([[]])).toEqual([[], [ANY]]);
    expect([ANY, UNKNOWN]).toEqual(['*', 'unknown']);
    expect(words([])).toEqual([[ANY]]);
  });

  it.each<[unknown, Level[]]>([
    ['nested', [base, level([1, 1, 0], 'c', 'ab'), top]],
    ['nested', [top.codes.length === 3 ? base : top, top]],
    [['hierarchy-incomplete', 'hierarchy "h" does not end in one group'], []],
    [['hierarchy-incomplete', 'hierarchy "h" does not end in one group'], [base]],
    [
      ['hierarchy-incomplete', 'hierarchy "h" lists a base value twice'],
      [level([0, 1, 1], 'a', 'b'), top],
    ],
    [
      ['hierarchy-incomplete', 'hierarchy "h", level 1, misses base values'],
      [base, level([0, 0], ANY)],
    ],
    [
      ['hierarchy-incomplete', 'hierarchy "h", level 1, has a code without a word'],
      [base, level([0, -1, 0], ANY)],
    ],
    [
      ['hierarchy-incomplete', 'hierarchy "h", level 1, has a code without a word'],
      [base, level([0, 1, 0], ANY)],
    ],
    [
      ['hierarchy-incomplete', 'hierarchy "h", level 1, has a code without a word'],
      [level([0, 1, 3], 'a', 'b', 'c'), top],
    ],
    [
      ['hierarchy-not-nested', 'hierarchy "h" is not nested: "ab" of level 1 belongs at level 2 to both "x" and "y"'],
      [base, level([0, 0, 1], 'ab', 'c'), level([0, 1, 1], 'x', 'y'), top],
    ],
  ])('%j', (said, levels) => {
    expect(refusal(...levels)).toEqual(said);
  });
});
