import { Attacker } from './attacker.js';
import { neighbours } from './neighbours.js';
import { Protection } from './protection.js';
import type { Highs } from './solver.js';
import { CHOICE, type TableSystem } from './table-system.js';

/**
 * Publishes again every cell that the protection can do without, in the given order, and returns the pattern: afterwards no
 * single secondary cell can be published, unless the time (`until`, as performance.now()) ran out; it protects in any case.
 * The pattern that comes in must protect.
 */
export function cleanUp(
  highs: Highs,
  system: TableSystem,
  pattern: Uint8Array,
  order: readonly number[],
  until = Infinity,
): Uint8Array {
  const hidden = pattern.slice();
  const attacker = new Attacker(highs, system, hidden);
  try {
    attacker.open(hidden);
    const protection = new Protection(attacker, system);
    if (protection.lacks(1).length > 0) throw new Error('A pattern that does not protect came to the clean-up.');
    const near = neighbours(system);
    for (const cell of order) {
      if (performance.now() > until) break;
      if (hidden[cell] && system.standing[cell] === CHOICE && protection.close(cell, near(cell))) hidden[cell] = 0;
    }
    return hidden;
  } finally {
    attacker.dispose();
  }
}
