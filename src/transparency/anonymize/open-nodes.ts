import type { LossTable } from './loss-table.js';

/** Nodes that are looked through for one that nobody is at. */
const LOOKAHEAD = 64;

/** Nodes by what they lose at least. */
export class OpenNodes {
  readonly nodes: Uint32Array;
  private cursor = 0;

  constructor(size: number, least: LossTable, isOpen: (node: number) => boolean) {
    const nodes = new Uint32Array(size).map((_, node) => node).filter(isOpen);
    this.nodes = nodes.sort((a, b) => least.compare(a, b));
  }

  /**
   * The first node that is still open, or null.
   * @param isOpen false once and for all when it was false once
   * @param isTaken another node is preferred, if there is one not far behind
   */
  next(isOpen: (node: number) => boolean, isTaken: (node: number) => boolean): number | null {
    const { nodes } = this;
    let first: number | null = null;
    for (let i = this.cursor, seen = 0; i < nodes.length && seen < LOOKAHEAD; i++) {
      const node = nodes[i]!;
      if (!isOpen(node)) {
        if (i === this.cursor) this.cursor++;
        continue;
      }
      if (!isTaken(node)) return node;
      first ??= node;
      seen++;
    }
    return first;
  }
}
