import type { Attacker } from './attacker.js';
import { CHOICE, type TableSystem } from './table-system.js';

/**
 * Publishes again what is withheld to no avail: cells that cannot move, since everybody can work them out. All unresolved
 * cells are pulled at once by unequal forces, both ways; when none of them stirs, none can.
 */
export function publishDerivable(attacker: Attacker, { standing }: TableSystem, hidden: Uint8Array): void {
  attacker.open(hidden);
  let unresolved = [...hidden.keys()].filter((cell) => hidden[cell] === 1 && standing[cell] === CHOICE);
  for (let turn = 1; unresolved.length > 0; turn++) {
    const forces = unresolved.map((cell) => force(cell * 31 + turn));
    const stirred = [1, -1].map((way) =>
      attacker.pull(
        unresolved,
        forces.map((by) => by * way),
      ),
    );
    const rest = unresolved.filter((cell) => stirred.every((move) => Math.abs(move[cell]!) < 1e-7));
    if (rest.length === unresolved.length) break;
    unresolved = rest;
  }
  for (const cell of unresolved) hidden[cell] = 0;
}

/**
 * A number from -1 to 1 that looks drawn, the same in every run (the finalizer of MurmurHash3). It must not be linear in the
 * cell: sums of cells cancel along a margin, and linear forces would with them.
 */
function force(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1;
}
