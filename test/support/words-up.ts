import type { Hierarchy } from '../../src/transparency/anonymize/index.js';

/** The words of a base value from level 0 to the top. */
export const wordsUp = ({ levels }: Hierarchy, base = 0): string[] =>
  levels.map(({ codes, labels }) => labels[codes[base]!]!);

/** Whether a band's word, as a reader takes it, holds the number. */
export function holds(label: string, value: number): boolean {
  const number = '(-?[\\d.]+(?:e[-+]?\\d+)?)';
  const [, below] = new RegExp(`^<${number}$`).exec(label) ?? [];
  const [, from] = new RegExp(`^${number}\\+$`).exec(label) ?? [];
  const [, first, last] = new RegExp(`^${number}-${number}$`).exec(label) ?? [];
  const [, least, limit] = new RegExp(`^${number} to <${number}$`).exec(label) ?? [];
  if (below !== undefined) return value < Number(below);
  if (from !== undefined) return value >= Number(from);
  if (last !== undefined) return value >= Number(first) && value <= Number(last);
  if (limit !== undefined) return value >= Number(least) && value < Number(limit);
  return value === Number(label);
}
