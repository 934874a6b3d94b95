import type { Lattice } from './lattice.js';
import type { LossTable } from './loss-table.js';
import type { LossVector } from './metric.js';

/**
 * What a node that was looked at tells of every finer one: column, level → what the column loses at least there. Rows
 * that must go at a node must go at all finer ones, whose classes are parts of its own.
 */
export type Shadow = readonly (readonly number[])[];

/** Bounds from all shadows so far, worked out for a node when it is asked for. */
export class Shadows {
  private readonly cast: { readonly levels: readonly number[]; readonly shadow: Shadow }[] = [];
  /** node → shadows that its bound has taken in */
  private readonly taken: Int32Array;

  /** @param combine the columns' losses → the loss; null: no shadow will come */
  constructor(
    private readonly lattice: Lattice,
    private readonly least: LossTable,
    private readonly combine: ((losses: number[]) => LossVector) | null,
  ) {
    this.taken = new Int32Array(combine === null ? 0 : lattice.size);
  }

  /** Some may come. */
  get areCast(): boolean {
    return this.combine !== null;
  }

  add(node: number, shadow: Shadow): void {
    this.cast.push({ levels: this.lattice.transformation(node), shadow });
  }

  /** Raises the bound of the node. @returns whether it was raised */
  refine(node: number): boolean {
    const { cast, taken, combine } = this;
    if (combine === null || taken[node] === cast.length) return false;
    const levels = this.lattice.transformation(node);
    let raised = false;
    for (let i = taken[node]!; i < cast.length; i++) {
      const { levels: above, shadow } = cast[i]!;
      if (!isBelow(levels, above)) continue;
      const bound = combine(levels.map((level, j) => shadow[j]![level]!));
      if (!this.least.isBelow(node, bound)) continue;
      this.least.set(node, bound);
      raised = true;
    }
    taken[node] = cast.length;
    return raised;
  }
}

function isBelow(finer: readonly number[], coarser: readonly number[]): boolean {
  for (let j = 0; j < finer.length; j++) if (finer[j]! > coarser[j]!) return false;
  return true;
}
