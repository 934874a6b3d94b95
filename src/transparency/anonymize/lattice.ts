import { AnonymizationRefused } from './anonymization-refused.js';

const MOST_NODES = 2 ** 24;

/** All transformations between a floor and a ceiling per column, numbered in mixed radix, ordered by level (LeFevre et al. 2005). */
export class Lattice {
  readonly size: number;
  private readonly strides: readonly number[];

  constructor(
    private readonly floor: readonly number[],
    private readonly ceiling: readonly number[],
  ) {
    const strides: number[] = [];
    let size = 1;
    for (const [j, low] of floor.entries()) {
      strides.push(size);
      size *= ceiling[j]! - low + 1;
    }
    if (size > MOST_NODES)
      throw new AnonymizationRefused(
        'lattice-too-large',
        `${size} transformations; narrow the levels to ${MOST_NODES} at most`,
      );
    this.strides = strides;
    this.size = size;
  }

  get top(): number {
    return this.size - 1;
  }

  transformation(node: number): number[] {
    return this.floor.map((_, j) => this.level(node, j));
  }

  /** The finest and the coarsest level of a column. */
  range(j: number): readonly [number, number] {
    return [this.floor[j]!, this.ceiling[j]!];
  }

  /** The nodes one level coarser in one column. */
  successors(node: number): number[] {
    const up: number[] = [];
    for (const [j, stride] of this.strides.entries())
      if (this.level(node, j) < this.ceiling[j]!) up.push(node + stride);
    return up;
  }

  /** Whether `finer` is at most as coarse as `node` in every column. */
  isBelow(finer: number, node: number): boolean {
    if (finer > node) return false;
    for (const [j, stride] of this.strides.entries()) {
      const levels = this.ceiling[j]! - this.floor[j]! + 1;
      if (Math.floor(finer / stride) % levels > Math.floor(node / stride) % levels) return false;
    }
    return true;
  }

  /** Calls `visit` on `node` and every finer (−1) or coarser (1) one, going on beyond a node only when it returns true. */
  walk(node: number, direction: 1 | -1, visit: (node: number) => boolean): void {
    const stack = [node];
    for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
      if (!visit(current)) continue;
      for (const [j, stride] of this.strides.entries())
        if (this.level(current, j) !== (direction === 1 ? this.ceiling : this.floor)[j]!)
          stack.push(current + direction * stride);
    }
  }

  /** The node's level in one column. */
  level(node: number, j: number): number {
    const low = this.floor[j]!;
    return low + (Math.floor(node / this.strides[j]!) % (this.ceiling[j]! - low + 1));
  }
}
