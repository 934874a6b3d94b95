import type { Cut } from './cut.js';
import type { TableSystem } from './table-system.js';

/**
 * Hides further cells until every cut is satisfied, those first that give most for their weight: Chvátal's greedy
 * heuristic for covering (1979), one cut after the other. For large tables, where planning each cell's cover by a linear
 * programme over all cells takes too long.
 */
export function greedyCover({ weight }: TableSystem, cuts: readonly Cut[], hidden: Uint8Array): void {
  for (const { cells, factors } of cuts) {
    let covered = 0;
    const open: number[] = [];
    cells.forEach((cell, at) => {
      if (hidden[cell]) covered += factors[at]!;
      else open.push(at);
    });
    open.sort((a, b) => factors[b]! / weight[cells[b]!]! - factors[a]! / weight[cells[a]!]!);
    for (const at of open) {
      if (covered >= 1 - 1e-9) break;
      hidden[cells[at]!] = 1;
      covered += factors[at]!;
    }
  }
}
