import type { LossVector } from './metric.js';

/** A loss for every node of a lattice, compared number by number. */
export class LossTable {
  private readonly values: Float64Array;

  constructor(
    size: number,
    private readonly width: number,
  ) {
    this.values = new Float64Array(size * width);
  }

  set(node: number, loss: LossVector): void {
    this.values.set(loss, node * this.width);
  }

  get(node: number): LossVector {
    return Array.from(this.values.subarray(node * this.width, (node + 1) * this.width));
  }

  /** Negative when a's loss is less than b's. */
  compare(a: number, b: number): number {
    for (let i = 0; i < this.width; i++) {
      const difference = this.values[a * this.width + i]! - this.values[b * this.width + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Whether the node's loss is less than this one; `null` is more than any. */
  isBelow(node: number, loss: LossVector | null): boolean {
    if (loss === null) return true;
    for (let i = 0; i < this.width; i++) {
      const value = this.values[node * this.width + i]!;
      if (value !== loss[i]!) return value < loss[i]!;
    }
    return false;
  }
}
