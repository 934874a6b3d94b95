import type { PublishedFacts } from './published-facts.js';

/**
 * What an earlier epoch said, its sensitive attributes in the order of the present one's. An attribute that it did not
 * publish has no values there: nothing can be compared with nothing.
 */
export function realigned(facts: PublishedFacts, then: readonly string[], now: readonly string[]): PublishedFacts {
  if (then.join('\n') === now.join('\n')) return facts;
  const from = now.map((name) => then.indexOf(name));
  return {
    lone: facts.lone,
    loneValues: from.map((at) => facts.loneValues[at] ?? new Int32Array(0)),
    values: from.map((at) => facts.values[at] ?? 0),
    joint: facts.joint.map((line) => regrouped(line, from, then.length)),
  };
}

/** A class, then its values; and so on for every unit of a subject. */
function regrouped(line: readonly number[], from: readonly number[], attributes: number): number[] {
  const stride = attributes + 1;
  const units = Array.from({ length: line.length / stride }, (_, unit) => unit * stride);
  return units.flatMap((start) => [line[start] ?? 0, ...from.map((at) => (at < 0 ? 0 : (line[start + 1 + at] ?? 0)))]);
}
