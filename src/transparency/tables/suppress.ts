import { Attacker } from './attacker.js';
import { HidingSearch } from './hiding-search.js';
import { costOf } from './cost-of.js';
import { Protection } from './protection.js';
import { publishDerivable } from './publish-derivable.js';
import { soften } from './soften.js';
import { type Highs, solver } from './solver.js';
import { TableRefused } from './table-refused.js';
import type { TableSystem } from './table-system.js';

export interface Suppression {
  /** 1 for every cell of the system that is withheld. */
  readonly hidden: Uint8Array;
  /** Weight of the withheld cells whose withholding was a choice. */
  readonly cost: number;
  /** No protecting pattern costs less than this. */
  readonly bound: number;
  /** Whether the bound meets the cost; otherwise the pattern is a heuristic's best. */
  readonly optimal: boolean;
  /** Withheld cells of earlier releases that were exposed before this release. */
  readonly exposed: number;
}

/** Shares of the time: first pattern, bound, rounding of the bound's solution; the rest is for whole patterns. */
const FIRST = 0.15;
const BOUND = 0.6;
const ROUNDED = 0.8;

/**
 * Which cells to withhold beside the primary ones so that every need is met, at the least weight (Fischetti & Salazar 2001:
 * branch and cut on attacker inequalities), as near as the seconds allow. Every pattern is proven protecting by attacking
 * it before it is given out; time decides on cost only. Throws TableRefused when a need cannot be met.
 */
export async function suppress(
  given: TableSystem,
  seconds = 2.5,
  say: (cell: number) => string = (cell) => `cell ${cell}`,
): Promise<Suppression> {
  const start = performance.now();
  const at = (share: number): number => start + share * seconds * 1000;
  const highs = await solver();
  if (given.needs.length === 0) return { hidden: given.standing.slice(), cost: 0, bound: 0, optimal: true, exposed: 0 };
  const { system, exposed } = soften(highs, given);
  const search = new HidingSearch(highs, system);
  try {
    const impossible = search.begin(at(FIRST));
    if (impossible !== undefined) throw cannot(say(impossible));
    search.relax(at(BOUND), at(ROUNDED));
    search.decide(at(1));
    const hidden = proven(highs, system, search.best, say);
    const optimal = search.isClosed();
    const cost = costOf(system, hidden);
    return { hidden, cost, bound: optimal ? cost : search.bound, optimal, exposed };
  } finally {
    search.dispose();
  }
}

/** The pattern without what is withheld to no avail, attacked once more as it goes out. */
function proven(highs: Highs, system: TableSystem, best: Uint8Array, say: (cell: number) => string): Uint8Array {
  const attacker = new Attacker(highs, system, best);
  try {
    const hidden = best.slice();
    publishDerivable(attacker, system, hidden);
    attacker.open(hidden);
    const [lack] = new Protection(attacker, system).lacks(1);
    if (lack) throw new TableRefused('solver-failed', `The pattern found does not protect ${say(lack.need.cell)}.`);
    return hidden;
  } finally {
    attacker.dispose();
  }
}

const cannot = (cell: string): TableRefused =>
  new TableRefused(
    'cell-cannot-be-protected',
    `${cell} can be worked out even when every cell is withheld: what earlier releases or zero cells say leaves it too ` +
      'little room. Coarsen the table, or hold this release back until the counts have grown.',
  );
