import type { Assembly } from './assemble.js';
import { Attacker } from './attacker.js';
import { Protection } from './protection.js';
import { solver } from './solver.js';

/** Per table: how many of its primary cells an attacker pins to an interval less than that wide. */
export async function countNarrow(
  { system, places, primary }: Assembly,
  least: readonly number[],
  hidden: Uint8Array,
): Promise<number[]> {
  const needs = places.flatMap((cells, t) =>
    [...cells.keys()]
      .filter((at) => primary[t]![at])
      .map((at) => ({ table: t, cell: cells[at]!, below: 0, above: 0, width: least[t]! })),
  );
  const asked = { ...system, needs };
  const attacker = new Attacker(await solver(), asked, hidden);
  try {
    attacker.open(hidden);
    const counts = least.map(() => 0);
    for (const { need } of new Protection(attacker, asked).lacks()) {
      const { table } = need as (typeof needs)[number];
      counts[table]! += 1;
    }
    return counts;
  } finally {
    attacker.dispose();
  }
}
