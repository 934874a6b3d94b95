import type { LossTable } from './loss-table.js';

/** Nodes that are looked through for one that nobody is at. */
const LOOKAHEAD = 64;

/** What is known of a node when its turn comes. */
export interface Turn {
  /** False once and for all when it was false once. */
  readonly isOpen: (node: number) => boolean;
  /** Raises the node's bound by what was learnt since; whether it did. */
  readonly refine: (node: number) => boolean;
}

/** Nodes by what they lose at least: a heap, because bounds are raised while the search goes on. */
export class OpenNodes {
  private readonly heap: Uint32Array;
  private length: number;

  constructor(
    nodes: Uint32Array,
    private readonly least: LossTable,
    private readonly turn: Turn,
  ) {
    this.heap = nodes.slice().sort((a, b) => least.compare(a, b));
    this.length = nodes.length;
  }

  /** Takes out the first node that is open, or null. @param isTaken another is preferred, if there is one not far behind */
  next(isTaken: (node: number) => boolean): number | null {
    const aside: number[] = [];
    let found: number | null = null;
    while (aside.length < LOOKAHEAD && found === null) {
      const node = this.pop();
      if (node === null) break;
      if (isTaken(node)) aside.push(node);
      else found = node;
    }
    found ??= aside.shift() ?? null;
    for (const node of aside) this.push(node);
    return found;
  }

  /** The first node that is open, which stays; null if there is none. */
  first(): number | null {
    const node = this.pop();
    if (node !== null) this.push(node);
    return node;
  }

  private pop(): number | null {
    while (this.length > 0) {
      const node = this.heap[0]!;
      if (this.turn.isOpen(node) && this.turn.refine(node)) {
        this.sink(0, node);
        continue;
      }
      const last = this.heap[--this.length]!;
      if (this.length > 0) this.sink(0, last);
      if (this.turn.isOpen(node)) return node;
    }
    return null;
  }

  private push(node: number): void {
    const { heap, least } = this;
    let at = this.length++;
    for (; at > 0;) {
      const above = (at - 1) >> 1;
      if (least.compare(heap[above]!, node) <= 0) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = node;
  }

  private sink(from: number, node: number): void {
    const { heap, least, length } = this;
    let at = from;
    for (let below = 2 * at + 1; below < length; below = 2 * at + 1) {
      if (below + 1 < length && least.compare(heap[below + 1]!, heap[below]!) < 0) below++;
      if (least.compare(node, heap[below]!) <= 0) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = node;
  }
}
