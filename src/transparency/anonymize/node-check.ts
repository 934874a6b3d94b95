import type { Base } from './base.js';
import { SignatureGrouper } from './signatures.js';
import { countSubjects } from './subjects.js';
import { TupleGrouper } from './tuple-grouper.js';

/** What publishing at one transformation would give. Arrays are reused: read them before the next check. */
export interface Grouping {
  /** signature → class */
  readonly classOf: Int32Array;
  /** class → distinct subjects behind it; 0 for ids that no signature has */
  readonly subjects: Int32Array;
  readonly ids: number;
  /** Units in classes of fewer than k distinct subjects: they cannot be published. */
  readonly suppressedUnits: number;
}

/** Groups the base at a transformation. One node costs a few passes over the distinct tuples and signatures. */
export class NodeCheck {
  checked = 0;
  private readonly tuples: TupleGrouper;
  private readonly signatures: SignatureGrouper;
  private readonly counts: Int32Array;
  private readonly seen: Int32Array;

  constructor(
    private readonly base: Base,
    private readonly k: number,
  ) {
    this.tuples = new TupleGrouper(base.tupleCodes, base.tuples);
    this.signatures = new SignatureGrouper(base.signatures);
    const most = base.tuples + base.signatures.members.length;
    this.counts = new Int32Array(most);
    this.seen = new Int32Array(most);
  }

  group(transformation: readonly number[]): Grouping {
    this.checked++;
    const { base, counts, seen } = this;
    const levels = base.columns.map((column, j) => column.levels[transformation[j]!]!);
    const ids = this.signatures.group(this.tuples.ids, this.tuples.group(levels));
    counts.fill(0, 0, ids);
    seen.fill(-1, 0, ids);
    countSubjects(base.subjects, this.signatures.ids, counts, seen);
    return { classOf: this.signatures.ids, subjects: counts, ids, suppressedUnits: this.suppressed() };
  }

  private suppressed(): number {
    const { counts, k } = this;
    const { units } = this.base;
    const classOf = this.signatures.ids;
    let suppressed = 0;
    for (let s = 0; s < units.length; s++) if (counts[classOf[s]!]! < k) suppressed += units[s]!;
    return suppressed;
  }
}
