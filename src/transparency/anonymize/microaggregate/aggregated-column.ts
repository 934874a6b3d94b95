import { AnonymizationRefused } from '../anonymization-refused.js';
import { Dictionary } from '../dictionary.js';
import { UNKNOWN } from '../hierarchy.js';
import { lostVariance, type GroupedValues } from './grouped-values.js';
import { optimalGroups } from './optimal-groups.js';

/** What stands for all numbers of a group: their mean, their median, or the least and the greatest (`12 to 18`). */
export type GroupWord = 'mean' | 'median' | 'interval';

export interface AggregatedColumn {
  /** row → code of its word */
  readonly codes: Int32Array;
  readonly words: readonly string[];
  readonly groups: number;
  /** Share of the variance that is lost, 0 to 1, by the means; rounding and other words not counted. */
  readonly lost: number;
}

export interface AggregationOptions {
  readonly k: number;
  readonly word?: GroupWord;
  /** Decimals of the published numbers. Default 0. */
  readonly decimals?: number;
  /** row → the person whose privacy counts. Absent: every row its own. */
  readonly subject?: Int32Array;
  /** row → group, of `nearbyGroups` over several columns, say. Absent: the groups of least error for this column. */
  readonly grouped?: GroupedValues;
}

/**
 * A numeric column whose every number is replaced by its group's word. What is guaranteed: every word stands in the rows
 * of at least k distinct subjects. That is k over this column alone: it does not replace k over quasi-identifiers, and a
 * group whose members all have one number tells it. For numbers that are neither known to others nor sensitive (days a
 * case took, rounds fired). `median` and `interval` show numbers that stood in the record; `mean` need not.
 * @param values row → number; NaN: the record has none, published as `unknown`
 * @throws AnonymizationRefused `infeasible` when fewer than k subjects have a number, or from 1 to k − 1 have none
 */
export function aggregatedColumn(name: string, values: Float64Array, options: AggregationOptions): AggregatedColumn {
  const { k, word = 'mean', decimals = 0, subject, grouped } = options;
  const known = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  const subjectOf = (row: number): number => subject?.[row] ?? row;
  const without = new Set([...values.keys()].filter((row) => Number.isNaN(values[row]!)).map(subjectOf)).size;
  if (without > 0 && without < k)
    throw new AnonymizationRefused(
      'infeasible',
      `only ${without} subjects have no "${name}", fewer than k = ${k}: leave the column or their rows out`,
    );
  const numbers = Float64Array.from(known, (row) => values[row]!);
  const groups = grouped ?? optimalGroups(numbers, k, Int32Array.from(known, subjectOf));
  if (groups.groupOf.length !== known.length)
    throw new AnonymizationRefused(
      'problem-malformed',
      `the groups of "${name}" are not of the rows that have a number`,
    );
  const words = new Dictionary();
  const wordOf = groupWords(numbers, groups, word, decimals).map((text) => words.code(text));
  const codes = new Int32Array(values.length).fill(-1);
  for (const [at, row] of known.entries()) codes[row] = wordOf[groups.groupOf[at]!]!;
  if (without > 0) {
    const unknown = words.code(UNKNOWN);
    for (let row = 0; row < codes.length; row++) if (codes[row] === -1) codes[row] = unknown;
  }
  return { codes, words: words.words, groups: groups.groups, lost: lostVariance(groups) };
}

function groupWords(
  numbers: Float64Array,
  { groupOf, groups }: GroupedValues,
  word: GroupWord,
  decimals: number,
): string[] {
  const members = Array.from({ length: groups }, (): number[] => []);
  for (const [at, group] of groupOf.entries()) members[group]!.push(numbers[at]!);
  const text = (value: number): string => value.toFixed(decimals).replace(/^-(0(\.0*)?)$/, '$1');
  return members.map((group) => {
    group.sort((a, b) => a - b);
    const [least = 0, greatest = 0] = [group[0], group.at(-1)];
    if (word === 'mean') return text(group.reduce((sum, value) => sum + value, 0) / group.length);
    if (word === 'median') return text((group[(group.length - 1) >> 1]! + group[group.length >> 1]!) / 2);
    return text(least) === text(greatest) ? text(least) : `${text(least)} to ${text(greatest)}`;
  });
}
