import type { Attacker } from './attacker.js';
import { Protection } from './protection.js';
import { CHOICE, type TableSystem } from './table-system.js';

/**
 * Publishes again every cell that the protection can do without, in the given order, and returns the pattern: afterwards no
 * single secondary cell can be published, unless the time (`until`, as performance.now()) ran out; it protects in any case.
 * The pattern that comes in must protect. Needs that failed last are asked first.
 */
export function cleanUp(
  attacker: Attacker,
  system: TableSystem,
  pattern: Uint8Array,
  order: readonly number[],
  until = Infinity,
): Uint8Array {
  const hidden = pattern.slice();
  attacker.open(hidden);
  const protection = new Protection(attacker, system);
  const lacks = protection.lacks(1);
  if (lacks.length > 0) throw new Error('A pattern that does not protect came to the clean-up.');
  const asked = Int32Array.from(system.needs.keys());
  for (const cell of order) {
    if (performance.now() > until) break;
    if (!hidden[cell] || system.standing[cell] !== CHOICE) continue;
    const failed = protection.close(cell, asked);
    if (failed === -1) hidden[cell] = 0;
    else toFront(asked, failed);
  }
  return hidden;
}

function toFront(list: Int32Array, item: number): void {
  const at = list.indexOf(item);
  list.copyWithin(1, 0, at);
  list[0] = item;
}
