import { AnonymizationRefused } from './anonymization-refused.js';
import { Dictionary } from './dictionary.js';

/** One level of a generalization hierarchy: `codes[base]` is the code of a base value here, `labels[code]` its word. */
export interface Level {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Level 0 is the base values, every further level joins groups of the one below, the last is one group (`*`). */
export interface Hierarchy {
  readonly levels: readonly Level[];
}

/** The word for "any value": the top of every hierarchy, and nothing else. */
export const ANY = '*';

/** The word for a value that the record does not hold; a value like any other, because a reader may know that it is missing. */
export const UNKNOWN = 'unknown';

/**
 * The hierarchy whose level g reads `columns[g][base]`. A top level is added unless the last column is it already.
 * @throws AnonymizationRefused `hierarchy-not-nested`, `hierarchy-incomplete`
 */
export function buildHierarchy(name: string, columns: readonly (readonly string[])[]): Hierarchy {
  const levels = columns.map(encodeLevel);
  if (levels.at(-1)?.labels.join() !== ANY) levels.push(topLevel(columns[0]?.length ?? 0));
  assertNested(name, { levels });
  return { levels };
}

function encodeLevel(words: readonly string[]): Level {
  const dictionary = new Dictionary();
  return { codes: Int32Array.from(words, (word) => dictionary.code(word)), labels: dictionary.words };
}

function topLevel(size: number): Level {
  return { codes: new Int32Array(size), labels: [ANY] };
}

/**
 * Every level must be a function of the one below. Otherwise a class of a coarser level is not a union of finer ones,
 * and everything that the search concludes from one node about another is silently wrong (Samarati & Sweeney 1998, §3).
 */
export function assertNested(name: string, { levels }: Hierarchy): void {
  const base = levels[0];
  if (base === undefined || levels.at(-1)?.labels.length !== 1)
    throw new AnonymizationRefused('hierarchy-incomplete', `hierarchy "${name}" does not end in one group`);
  if (new Set(base.codes).size !== base.codes.length)
    throw new AnonymizationRefused('hierarchy-incomplete', `hierarchy "${name}" lists a base value twice`);
  for (let g = 1; g < levels.length; g++) assertFunction(name, g, levels[g - 1]!, levels[g]!);
}

function assertFunction(name: string, level: number, below: Level, above: Level): void {
  if (above.codes.length !== below.codes.length)
    throw new AnonymizationRefused('hierarchy-incomplete', `hierarchy "${name}", level ${level}, misses base values`);
  const parent = new Int32Array(below.labels.length).fill(-1);
  for (let base = 0; base < below.codes.length; base++) {
    const child = below.codes[base]!;
    const group = above.codes[base]!;
    if (!(child in parent) || group < 0 || group >= above.labels.length)
      throw new AnonymizationRefused(
        'hierarchy-incomplete',
        `hierarchy "${name}", level ${level}, has a code without a word`,
      );
    if (parent[child] === -1) parent[child] = group;
    if (parent[child] !== group)
      throw new AnonymizationRefused(
        'hierarchy-not-nested',
        `hierarchy "${name}" is not nested: "${below.labels[child] ?? ''}" of level ${level - 1} belongs at level ${level} to both ` +
          `"${above.labels[parent[child]!] ?? ''}" and "${above.labels[group] ?? ''}"`,
      );
  }
}
