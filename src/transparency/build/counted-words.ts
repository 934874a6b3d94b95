import { Dictionary } from '../anonymize/index.js';
import { publishableWord } from './publishable-words.js';
import type { MatterPlan } from './release-plan.js';
import type { SpreadSignatures } from './spread-signatures.js';

/** A published column's words: `labels[codes[word]]` is what stands in the file. */
export interface PublishedWords {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Which word is published for each of a counted column: fixed before the search, which weighs what readers will see. */
export function countedWords(
  plan: MatterPlan,
  words: readonly string[],
  { unit, copies }: SpreadSignatures,
  codes: Int32Array,
  k: number,
): PublishedWords {
  const users = new Map<string, number>();
  const last = new Int32Array(words.length).fill(-1);
  codes.forEach((code, row) => {
    const u = unit[row]!;
    if (last[code] === u) return;
    last[code] = u;
    users.set(words[code]!, (users.get(words[code]!) ?? 0) + copies[u]!);
  });
  const published = new Dictionary();
  const of = words.map((word) => published.code(publishableWord(plan, word, (item) => (users.get(item) ?? 0) >= k)));
  return { codes: Int32Array.from(of), labels: published.words };
}

/** Published word → its share of all rows. */
export function overallShares(
  labels: readonly string[],
  codes: Int32Array,
  { unit, copies }: SpreadSignatures,
): ReadonlyMap<string, number> {
  const counts = new Float64Array(labels.length);
  let rows = 0;
  codes.forEach((code, row) => {
    const weight = copies[unit[row]!]!;
    counts[code]! += weight;
    rows += weight;
  });
  return new Map(labels.map((label, code) => [label, counts[code]! / rows]));
}
