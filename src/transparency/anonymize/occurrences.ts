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
export class OccurrenceMerger {
  private readonly places: PairTable | null;
  private readonly table: PairTable;
  private readonly first: Int32Array;
  private readonly counts: Int32Array;

  /** @param most the most occurrences that will be merged; @param plain every signature is one tuple */
  constructor(most: number, plain: boolean) {
    this.places = plain ? null : new PairTable(most);
    this.table = new PairTable(most);
    this.first = new Int32Array(most);
    this.counts = new Int32Array(most);
  }

  merge({ signature, tuple, value, count }: Occurrences): Occurrences {
    const { places, table, first, counts } = this;
    const size = signature.length;
    places?.clear(0, size);
    table.clear(0, size);
    counts.fill(0, 0, size);
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
}
