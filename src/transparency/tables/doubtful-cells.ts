import type { Assembly } from './assemble.js';
import { Attacker } from './attacker.js';
import { Protection } from './protection.js';
import { solver } from './solver.js';
import type { Need } from './table-system.js';

/**
 * Secondary cells that a reader may take for small and pins to less than `least`. Their counts are not small, but nobody
 * can tell that from outside: with them protected too, anybody can check a published table without knowing which cells are
 * primary, and no reader learns anything of which they are.
 */
export async function doubtfulCells(
  { system, places, primary }: Assembly,
  least: readonly number[],
  hidden: Uint8Array,
): Promise<Need[]> {
  const asked = places.flatMap((cells, t) =>
    [...cells.keys()]
      .filter((at) => hidden[cells[at]!] === 1 && !primary[t]![at])
      .map((at): Need => ({ cell: cells[at]!, below: 0, above: 0, width: least[t]! })),
  );
  const attacker = new Attacker(await solver(), { ...system, needs: asked }, hidden);
  try {
    attacker.open(hidden);
    return new Protection(attacker, { ...system, needs: asked })
      .lacks()
      .filter(({ need, down }) => system.value[need.cell]! - down.distance < need.width - 1e-6)
      .map(({ need }) => need);
  } finally {
    attacker.dispose();
  }
}
