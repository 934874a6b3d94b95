import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../hierarchy.js';

/**
 * Numbers in intervals that hold about the same number of rows: quantiles, each step joining neighbours of the one
 * before. For `[8, 4, 2]` there are eighths, quarters and halves. An interval reads `12.5 to <20`; the outermost are open
 * (`<12.5`, `20+`), so that the least and greatest number are not shown.
 *
 * The cuts depend on the rows, so releases of a series must share one hierarchy, and each cut is a number that somebody
 * has, unless it is rounded.
 * @param words base values: numbers or `unknown`
 * @param options.rows rows per word; absent: one each
 * @param options.roundTo cuts are rounded to a multiple of it (`5`, `0.1`); those that fall together are one. Absent: not
 * @throws AnonymizationRefused `hierarchy-not-nested` when a step's parts do not divide those of the step before
 */
export function intervals(
  name: string,
  words: readonly string[],
  parts: readonly number[],
  { rows, roundTo }: { readonly rows?: ArrayLike<number>; readonly roundTo?: number } = {},
): Hierarchy {
  assertParts(name, parts);
  const numbers = words.map((word) => finiteNumber(name, word));
  const finest = quantileCuts(numbers, rows, parts[0] ?? 1);
  const levels = parts.map((count) => {
    // Every (finest / count)-th of the same cuts, so that rounding keeps them nested.
    const every = (parts[0] ?? 1) / count;
    const cuts = finest.filter((_, at) => (at + 1) % every === 0).map((cut) => rounded(cut, roundTo));
    const distinct = [...new Set(cuts)];
    return numbers.map((value) => (value === null ? UNKNOWN : interval(value, distinct)));
  });
  return buildHierarchy(name, [words, ...levels]);
}

function assertParts(name: string, parts: readonly number[]): void {
  for (const [at, count] of parts.entries()) {
    const below = parts[at - 1];
    if (!Number.isInteger(count) || count < 2)
      throw new AnonymizationRefused(
        'problem-malformed',
        `level ${at + 1} of "${name}" must have at least 2 intervals`,
      );
    if (below !== undefined && (below % count !== 0 || below === count))
      throw new AnonymizationRefused(
        'hierarchy-not-nested',
        `hierarchy "${name}" is not nested: the ${count} intervals of level ${at + 1} cut inside the ${below} of level ${at}`,
      );
  }
}

function finiteNumber(name: string, word: string): number | null {
  if (word === UNKNOWN) return null;
  const value = Number(word);
  if (word.trim() === '' || !Number.isFinite(value))
    throw new AnonymizationRefused('hierarchy-incomplete', `"${word}" in "${name}" is not a number`);
  return value;
}

/** The first number of each part but the first: `parts − 1` cuts, never falling. */
function quantileCuts(
  numbers: readonly (number | null)[],
  rows: ArrayLike<number> | undefined,
  parts: number,
): number[] {
  const sorted = [...numbers.keys()].filter((at) => numbers[at] !== null).sort((a, b) => numbers[a]! - numbers[b]!);
  const total = sorted.reduce((sum, at) => sum + (rows?.[at] ?? 1), 0);
  const cuts: number[] = [];
  let before = 0;
  for (const at of sorted) {
    while (cuts.length < parts - 1 && before >= ((cuts.length + 1) * total) / parts) cuts.push(numbers[at]!);
    before += rows?.[at] ?? 1;
  }
  // Where the greatest number has more than a part's rows, its part is the last.
  while (cuts.length < parts - 1) cuts.push(numbers[sorted.at(-1) ?? -1] ?? 0);
  return cuts;
}

function rounded(cut: number, roundTo: number | undefined): number {
  return roundTo === undefined ? cut : Number((Math.round(cut / roundTo) * roundTo).toPrecision(12));
}

function interval(value: number, cuts: readonly number[]): string {
  const next = cuts.findIndex((cut) => cut > value);
  const at = next === -1 ? cuts.length : next;
  if (at === 0) return `<${cuts[0]!}`;
  return at === cuts.length ? `${cuts[at - 1]!}+` : `${cuts[at - 1]!} to <${cuts[at]!}`;
}
