import type { Lattice } from './lattice.js';

const SETTLED = 1;
const FEASIBLE = 2;
/** Everything finer, or coarser, is settled: no need to walk there again. */
const BELOW = 4;
const ABOVE = 8;

/** What is known of the nodes of a lattice. */
export class Tags {
  private readonly bits: Uint8Array;

  constructor(private readonly lattice: Lattice) {
    this.bits = new Uint8Array(lattice.size);
  }

  settled(node: number): boolean {
    return (this.bits[node]! & SETTLED) !== 0;
  }

  feasible(node: number): boolean {
    return (this.bits[node]! & FEASIBLE) !== 0;
  }

  settle(node: number, feasible: boolean): void {
    this.bits[node] = this.bits[node]! | SETTLED | (feasible ? FEASIBLE : 0);
  }

  settleBelow(node: number): void {
    this.lattice.walk(node, -1, (at) => this.mark(at, BELOW));
  }

  /** Coarser nodes count as feasible for a probe: whether they are or not, it should look below them. */
  settleAbove(node: number): void {
    this.lattice.walk(node, 1, (at) => this.mark(at, ABOVE));
  }

  /** @returns whether the walk should go on from here */
  private mark(node: number, side: number): boolean {
    if ((this.bits[node]! & side) !== 0) return false;
    const known = this.settled(node);
    this.bits[node] = this.bits[node]! | side | SETTLED | (side === ABOVE && !known ? FEASIBLE : 0);
    return true;
  }
}
