import type { Occurrences } from './occurrences.js';
import { pick } from './pick.js';

/** Leaves out the rows that have no value of the attribute: they are in no cell. */
export function withValue(all: Occurrences): Occurrences {
  const { signature, tuple, value, count } = all;
  if (!value.includes(-1)) return all;
  const at = new Int32Array(value.length).map((_, i) => i).filter((i) => value[i]! >= 0);
  const signatures = pick(signature, at);
  return {
    signature: signatures,
    tuple: tuple === signature ? signatures : pick(tuple, at),
    value: pick(value, at),
    count: pick(count, at),
  };
}
