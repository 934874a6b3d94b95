import type { IntList } from '../int-list.js';

/**
 * Codes of what units say in a sensitive column, the same in all epochs; the most frequent of the new come first, for only
 * the first 31 are remembered over epochs.
 */
export function valueCodes(
  units: IntList,
  words: readonly string[],
  known: readonly string[],
): { readonly of: Int32Array; readonly words: readonly string[] } {
  const counts = new Int32Array(words.length);
  for (const code of units.view()) counts[code]!++;
  const codes = new Map(known.map((word, code) => [word, code]));
  const added = words.map((word, at) => ({ word, units: counts[at]! })).filter(({ word }) => !codes.has(word));
  for (const { word } of added.sort((one, other) => other.units - one.units)) codes.set(word, codes.size);
  return { of: Int32Array.from(words, (word) => codes.get(word)!), words: [...codes.keys()] };
}
