import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedTable } from '../../src/transparency/tables-files/index.js';
import { assemble } from '../../src/transparency/tables/assemble.js';
import { suppressTables, type TableSpec, type Width } from '../../src/transparency/tables/index.js';
import { suppress } from '../../src/transparency/tables/suppress.js';
import { attackTables, verifyTables, type PublishedTable } from '../../src/transparency/verify/tables/index.js';
import { anyTable } from './random-table.js';

const published = (table: TableSpec, suppressed: Iterable<number>): PublishedTable =>
  publishedTable(table, [...suppressed]) as unknown as PublishedTable;

/** Whether the pattern gives every primary cell what it wants, in the eyes of the independent attacker. */
function protects(table: TableSpec, hidden: ReadonlySet<number>, width: Width, upper: number): boolean {
  return attackTables([{ ...published(table, hidden), upper }]).every(({ cell, low, up }) => {
    const { freq } = table.cells[cell]!;
    if (freq > table.threshold) return true;
    const wide = width === 'own' || up - low >= table.threshold + 1 - 1e-5;
    return wide && freq - low >= 1 - 1e-5 && up - freq >= 1 - 1e-5;
  });
}

/** Every pattern, cheapest first, until one protects. */
function cheapest(table: TableSpec, width: Width, upper: number): number {
  const of = (at: number): number => table.cells[at]!.freq;
  const primary = [...table.cells.keys()].filter((at) => of(at) >= 1 && of(at) <= table.threshold);
  const choices = [...table.cells.keys()].filter((at) => of(at) > table.threshold);
  const costs = Float64Array.from({ length: 2 ** choices.length }, (_, mask) =>
    choices.reduce((sum, at, bit) => (mask & (1 << bit) ? sum + of(at) : sum), 0),
  );
  const order = [...costs.keys()].sort((a, b) => costs[a]! - costs[b]!);
  for (const mask of order)
    if (protects(table, new Set([...primary, ...choices.filter((_, bit) => mask & (1 << bit))]), width, upper))
      return costs[mask]!;
  return Infinity;
}

describe('withheld cells, attacked by other code with another solver', () => {
  it('passes on random tables with hierarchies: nothing derivable, nothing narrow', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyTable(4, { min: 2, max: 2 }), anyTable(2, { min: 3, max: 3 })), async (table) => {
        const [found] = await suppressTables([table], { seconds: 0.2 });
        expect(found!.narrow).toBe(0);
        expect(verifyTables([published(table, found!.suppressed)]).violations).toEqual([]);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('costs as little as exhaustive search finds, for both kinds of protection; no secondary cell can be spared', async () => {
    let proven = 0;
    await fc.assert(
      fc.asyncProperty(
        anyTable(2, { min: 2, max: 2 }),
        fc.constantFrom<Width>('own', 'threshold'),
        async (table, width) => {
          fc.pre(table.cells.filter(({ freq }) => freq > table.threshold).length <= 11);
          const { system, places } = await assemble([table], width);
          const found = await suppress(system, 2);
          fc.pre(system.needs.length > 0);
          const upper = system.upper[0]!;
          expect(found.optimal).toBe(true);
          expect(found.cost).toBe(cheapest(table, width, upper));
          proven++;
          const hidden = new Set([...table.cells.keys()].filter((at) => found.hidden[places[0]![at]!] === 1));
          expect(protects(table, hidden, width, upper)).toBe(true);
          for (const at of hidden) {
            if (table.cells[at]!.freq <= table.threshold) continue;
            const without = new Set(hidden);
            without.delete(at);
            expect(protects(table, without, width, upper)).toBe(false);
          }
        },
      ),
      { numRuns: 40, seed: 4 },
    );
    expect(proven).toBe(40);
  });

  it('stays protecting, and says how far from proven, when the time is gone before it starts', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(2, { min: 3, max: 3 }), async (table) => {
        const [hurried] = await suppressTables([table], { seconds: 0 });
        expect(verifyTables([published(table, hurried!.suppressed)]).ok).toBe(true);
        expect(hurried!.optimal ? hurried!.gap : 1).toBeLessThanOrEqual(1);
        if (!hurried!.optimal) expect(hurried!.gap).toBeGreaterThan(0);
      }),
      { numRuns: 8, seed: 5 },
    );
  });

  it('fails where only the small cells themselves are withheld', async () => {
    let caught = 0;
    await fc.assert(
      fc.asyncProperty(anyTable(3, { min: 2, max: 2 }), async (table) => {
        const [found] = await suppressTables([table], { seconds: 0.2 });
        fc.pre(found!.suppressed.length > found!.primary);
        const naive = table.cells.flatMap(({ freq }, at) => (freq >= 1 && freq <= table.threshold ? [at] : []));
        const codes = verifyTables([published(table, naive)]).violations.map(({ code }) => code);
        expect(codes.length).toBeGreaterThan(0);
        expect(codes.every((code) => code === 'cell-derivable' || code === 'cell-narrow')).toBe(true);
        caught++;
      }),
      { numRuns: 15, seed: 6 },
    );
    expect(caught).toBe(15);
  });
});
