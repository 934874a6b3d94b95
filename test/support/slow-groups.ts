import type { GroupedValues } from '../../src/transparency/anonymize/index.js';

/** Squared error about the mean, by the definition. */
export const sse = (numbers: readonly number[]): number => {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

/** The groups of rows, by the definition. */
export function membersOf({ groupOf, groups }: GroupedValues): number[][] {
  return Array.from({ length: groups }, (_, group) => [...groupOf.keys()].filter((row) => groupOf[row] === group));
}

export const subjectsIn = (rows: readonly number[], subject?: Int32Array): number =>
  new Set(rows.map((row) => subject?.[row] ?? row)).size;
