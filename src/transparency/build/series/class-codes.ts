import type { TakenUnits } from './taken-units.js';

export interface ClassCodes {
  /** Code of `TakenUnits.classes` → code in the epoch. */
  readonly of: Int32Array;
  /** Code in the epoch → text of the class's rows: those that have a code already, then the others. */
  readonly words: readonly string[];
  /** The first so many may be kept: a class of fewer than k units is nobody's business once the plan is made. */
  readonly kept: number;
}

/** The codes of an epoch's classes: what has one keeps it. */
export function classCodes({ classes, classOf }: TakenUnits, known: readonly string[], k: number): ClassCodes {
  const units = new Int32Array(classes.words.length);
  for (const code of classOf.view()) units[code]!++;
  const codes = new Map(known.map((word, code) => [word, code]));
  const added = classes.words.map((word, at) => ({ word, units: units[at]! })).filter(({ word }) => !codes.has(word));
  const [large, small] = [added.filter((each) => each.units >= k), added.filter((each) => each.units < k)];
  for (const { word } of [...large, ...small]) codes.set(word, codes.size);
  return {
    of: Int32Array.from(classes.words, (word) => codes.get(word)!),
    words: [...codes.keys()],
    kept: known.length + large.length,
  };
}
