import { Attacker } from './attacker.js';
import type { Highs } from './solver.js';
import type { Need, TableSystem } from './table-system.js';

/**
 * Lowers the soft needs to what hiding everything would still give. How many had to be lowered is how many earlier withheld
 * cells were exposed before this release: a fact to report, not one that withholding more can mend.
 */
export function soften(highs: Highs, system: TableSystem): { system: TableSystem; exposed: number } {
  if (!system.needs.some((need) => need.soft)) return { system, exposed: 0 };
  const attacker = new Attacker(highs, system);
  attacker.open(new Uint8Array(system.value.length).fill(1));
  let exposed = 0;
  const needs = system.needs.map((need): Need => {
    if (!need.soft) return need;
    const above = attacker.reach(need.cell, 1).distance;
    const below = attacker.reach(need.cell, -1).distance;
    if (above + below < need.width - 1e-5) exposed++;
    return {
      cell: need.cell,
      below: Math.min(need.below, below),
      above: Math.min(need.above, above),
      width: Math.min(need.width, above + below),
    };
  });
  attacker.dispose();
  return { system: { ...system, needs }, exposed };
}
