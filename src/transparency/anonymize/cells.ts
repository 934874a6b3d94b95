import type { Grouping } from './grouping.js';
import type { Cell } from './models/cell-test.js';
import type { Occurrences } from './occurrences.js';
import { PairTable } from './pair-table.js';

/** Visits the cells of a grouping: rows of one class with equal quasi-identifiers, by their sensitive values. */
export class Cells {
  private readonly table: PairTable;
  private readonly cellOf: Int32Array;
  private readonly sorted: Int32Array;
  private readonly starts: Int32Array;
  private readonly values: Int32Array;
  private readonly counts: Int32Array;

  /**
   * @param largest the most occurrences that will be visited
   * @param tuples the most tuples; in some of them no row may have a value
   * @param values how many distinct values there are
   */
  constructor(largest: Occurrences, tuples: number, values: number) {
    const most = Math.max(largest.signature.length, tuples);
    this.table = new PairTable(most);
    this.cellOf = new Int32Array(most);
    this.sorted = new Int32Array(most);
    this.starts = new Int32Array(most + 2);
    this.values = new Int32Array(values);
    this.counts = new Int32Array(values);
  }

  /** Calls `visit` with every cell of the classes that are kept so far, and its class, until it returns false. */
  each(at: number, grouping: Grouping, visit: (cell: Cell, id: number) => boolean): void {
    const occurrences = grouping.base.occurrences[at]!;
    const cells = this.bucket(occurrences, grouping);
    const { sorted, starts, values, counts } = this;
    for (let cell = 0; cell < cells; cell++) {
      const from = starts[cell]!;
      const to = starts[cell + 1]!;
      if (from === to) continue;
      const id = grouping.classOf[occurrences.signature[sorted[from]!]!]!;
      if (grouping.kept[id] === 0) continue;
      let distinct = 0;
      let rows = 0;
      for (let p = from; p < to; p++) {
        const i = sorted[p]!;
        const value = occurrences.value[i]!;
        if (counts[value] === 0) values[distinct++] = value;
        counts[value] = counts[value]! + occurrences.count[i]!;
        rows += occurrences.count[i]!;
      }
      const goesOn = visit({ values, distinct, counts, rows }, id);
      for (let i = 0; i < distinct; i++) counts[values[i]!] = 0;
      if (!goesOn) return;
    }
  }

  /** Occurrences by cell, `sorted[starts[cell]] …`; those of classes that are not kept are left out. */
  private bucket({ signature, tuple }: Occurrences, { base, classOf, tupleOf, ids, kept }: Grouping): number {
    const { cellOf, sorted, starts, table } = this;
    table.clear(0, signature.length);
    const most = base.plain ? ids : signature.length;
    starts.fill(0, 0, most + 2);
    for (let i = 0; i < signature.length; i++) {
      const id = classOf[signature[i]!]!;
      const cell = kept[id] === 0 ? -1 : base.plain ? id : table.id(id, tupleOf[tuple[i]!]!);
      cellOf[i] = cell;
      if (cell >= 0) starts[cell + 2] = starts[cell + 2]! + 1;
    }
    for (let cell = 0; cell < most; cell++) starts[cell + 2] = starts[cell + 2]! + starts[cell + 1]!;
    for (let i = 0; i < signature.length; i++) {
      const cell = cellOf[i]!;
      if (cell < 0) continue;
      const place = starts[cell + 1]!;
      sorted[place] = i;
      starts[cell + 1] = place + 1;
    }
    return most;
  }
}
