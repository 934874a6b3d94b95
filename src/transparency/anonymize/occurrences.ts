import { PairTable } from './pair-table.js';
import { pick } from './pick.js';

/** How often a sensitive value stands in a tuple of a signature: `count[i]` rows have `value[i]` there. */
export interface Occurrences {
  readonly signature: Int32Array;
  /** The same array as `signature` where every signature is one tuple. */
  readonly tuple: Int32Array;
  readonly value: Int32Array;
  readonly count: Int32Array;
}

/** Joins what is equal in signature, tuple and value, in order of first appearance. */
export function mergeOccurrences({ signature, tuple, value, count }: Occurrences): Occurrences {
  const size = signature.length;
  const places = tuple === signature ? null : new PairTable(size);
  const table = new PairTable(size);
  const first = new Int32Array(size);
  const counts = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const place = places === null ? signature[i]! : places.id(signature[i]!, tuple[i]!);
    const before = table.end;
    const id = table.id(place, value[i]!);
    if (id === before) first[id] = i;
    counts[id] = counts[id]! + count[i]!;
  }
  const at = first.subarray(0, table.end);
  const signatures = pick(signature, at);
  return {
    signature: signatures,
    tuple: places === null ? signatures : pick(tuple, at),
    value: pick(value, at),
    count: counts.slice(0, table.end),
  };
}
