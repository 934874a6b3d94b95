import type { Lattice } from './lattice.js';
import type { LossTable } from './loss-table.js';

/** Ways up a lattice, by the least bound each time. */
export class Upward {
  constructor(
    private readonly lattice: Lattice,
    private readonly least: LossTable,
  ) {}

  /** From `node`, while `goesOn` says so of the next. */
  path(node: number, goesOn: (node: number) => boolean): number[] {
    const path: number[] = [];
    for (let at = node, next = node; goesOn(at); at = next) {
      path.push(at);
      next = this.climb(at, 1);
      if (next === at) break;
    }
    return path;
  }

  /** So many levels up; to the top at most. */
  climb(node: number, steps: number): number {
    let at = node;
    for (let step = 0; step < steps; step++) {
      const above = this.lattice.successors(at);
      if (above.length === 0) break;
      at = above.reduce((least, up) => (this.least.compare(up, least) < 0 ? up : least));
    }
    return at;
  }
}
