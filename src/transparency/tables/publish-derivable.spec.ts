import { describe, expect, it } from '@jest/globals';
import { Attacker } from './attacker.js';
import { publishDerivable } from './publish-derivable.js';
import { solver } from './solver.js';
import type { TableSystem } from './table-system.js';

/** A 3 x 3 table whose margins are published: cell 3 r + c in row r and column c. */
const system: TableSystem = {
  value: new Float64Array(9).fill(6),
  upper: new Float64Array(9).fill(60),
  weight: new Float64Array(9).fill(6),
  standing: new Uint8Array(9),
  rows: {
    starts: Int32Array.of(0, 3, 6, 9, 12, 15, 18),
    cells: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 3, 6, 1, 4, 7, 2, 5, 8),
    factors: new Float64Array(18).fill(1),
  },
  needs: [],
};

describe('withheld cells that everybody can work out', () => {
  it('are published again; a square of four, whose changes cancel along every margin, stays', async () => {
    const hidden = Uint8Array.of(1, 1, 0, 1, 1, 0, 0, 0, 1);
    const attacker = new Attacker(await solver(), system, hidden);
    publishDerivable(attacker, system, hidden);
    attacker.dispose();
    expect([...hidden]).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 0]);
  });

  it('are all of them where no two share a row', async () => {
    const hidden = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
    const attacker = new Attacker(await solver(), system, hidden);
    publishDerivable(attacker, system, hidden);
    attacker.dispose();
    expect([...hidden]).toEqual(new Array(9).fill(0));
  });
});
