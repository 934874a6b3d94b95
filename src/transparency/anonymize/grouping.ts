import type { Base } from './base.js';
import type { ClassSizes } from './metrics/class-metric.js';
import { SignatureGrouper } from './signatures.js';
import { addSharedSubjects } from './subjects.js';
import { TupleGrouper } from './tuple-grouper.js';

/** What publishing at one transformation would give. Arrays are reused: read them before the next grouping. */
export interface Grouping extends ClassSizes {
  readonly base: Base;
  readonly levels: readonly number[];
  /** tuple → generalized tuple, of `tupleIds` */
  readonly tupleOf: Int32Array;
  readonly tupleIds: number;
  /** signature → class, below `ids` */
  readonly classOf: Int32Array;
  /** class → distinct subjects, units; 0 for ids that no signature has */
  readonly subjects: Int32Array;
  readonly units: Int32Array;
}

/** Groups a base at a transformation. One node costs a few passes over the distinct tuples and signatures. */
export class Grouper {
  private readonly tuples: TupleGrouper;
  private readonly signatures: SignatureGrouper;
  private readonly totals = new Map<Int32Array, Int32Array>();
  private readonly pool: Int32Array[];
  private readonly seen: Int32Array;
  private readonly kept: Uint8Array;

  /** @param largest the base with the most tuples and signatures that will be grouped */
  constructor(largest: Base) {
    this.tuples = new TupleGrouper(largest.tuples);
    this.signatures = new SignatureGrouper(largest.signatures);
    const most = largest.plain ? largest.tuples : largest.tuples + largest.signatures.members.length;
    this.pool = Array.from({ length: 3 }, () => new Int32Array(most));
    this.seen = new Int32Array(most);
    this.kept = new Uint8Array(most);
  }

  group(base: Base, levels: readonly number[]): Grouping {
    const at = base.columns.map((column, j) => column.levels[levels[j]!]!);
    const tupleIds = this.tuples.group(base.packs, base.tuples, at);
    const tupleOf = this.tuples.ids;
    const ids = base.plain ? tupleIds : this.signatures.group(base.signatures, tupleOf, tupleIds);
    const classOf = base.plain ? tupleOf : this.signatures.ids;
    this.totals.clear();
    const units = this.total(base.units, classOf, ids);
    const rows = this.total(base.rowsOf, classOf, ids);
    const subjects = this.total(base.subjects.lone, classOf, ids);
    if (base.subjects.starts.length > 1) {
      this.seen.fill(-1, 0, ids);
      addSharedSubjects(base.subjects, classOf, subjects, this.seen);
    }
    return { base, levels, tupleOf, tupleIds, classOf, ids, units, rows, subjects, kept: this.kept };
  }

  /** Sums by class of a number per signature; arrays that are the same have the same sums. */
  private total(numbers: Int32Array, classOf: Int32Array, ids: number): Int32Array {
    const known = this.totals.get(numbers);
    if (known !== undefined) return known;
    const sums = this.pool[this.totals.size]!.fill(0, 0, ids);
    for (let s = 0; s < numbers.length; s++) {
      const id = classOf[s]!;
      sums[id] = sums[id]! + numbers[s]!;
    }
    this.totals.set(numbers, sums);
    return sums;
  }
}
