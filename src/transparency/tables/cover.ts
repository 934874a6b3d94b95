import type { Attacker } from './attacker.js';
import type { HidingPlanner } from './hiding-planner.js';
import { Protection } from './protection.js';
import type { TableSystem } from './table-system.js';

/**
 * Hides further cells until every need is met, the hardest need first: a heuristic, no optimum. Returns the pattern, or
 * the first cell that cannot be protected even then.
 */
export function cover(
  attacker: Attacker,
  planner: HidingPlanner,
  system: TableSystem,
  pattern: Uint8Array,
): { hidden: Uint8Array; impossible?: number } {
  const hidden = pattern.slice();
  attacker.open(hidden);
  const protection = new Protection(attacker, system);
  const order = [...system.needs.keys()].sort((a, b) => demand(system, b) - demand(system, a));
  for (const index of order) {
    for (let round = 0; ; round++) {
      const lack = protection.ask(index);
      if (!lack) break;
      const { need, up, down } = lack;
      const before = hidden.slice();
      // What is short in width is taken above: counts are small, so below is seldom more to have.
      const above = Math.max(need.above, need.width - Math.max(need.below, down.distance));
      const done =
        down.distance < need.below - 1e-5
          ? planner.hideFor(need.cell, -1, need.below, hidden)
          : planner.hideFor(need.cell, 1, Math.max(above, up.distance), hidden) ||
            planner.hideFor(need.cell, -1, Math.max(need.below, need.width - up.distance), hidden);
      if (!done || round > 8) return { hidden, impossible: need.cell };
      openNew(attacker, before, hidden);
    }
  }
  return { hidden };
}

function openNew(attacker: Attacker, before: Uint8Array, after: Uint8Array): void {
  after.forEach((is, cell) => {
    if (is && !before[cell]) attacker.openOne(cell, 1);
  });
}

const demand = (system: TableSystem, index: number): number => {
  const need = system.needs[index]!;
  return Math.max(need.width, need.above + need.below) - system.value[need.cell]! * 1e-3;
};
