import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Beside } from './tables-beside-sdctable.js';

/** Patterns and bounds that sdcTable computed; they lie beside the checkout, not in it. */
const FILE = fileURLToPath(new URL('../../../shared/data/suppression-tables.json', import.meta.url));

if (!existsSync(FILE)) {
  console.info(
    'NOTICE: ../shared/data/suppression-tables.json is not beside this checkout; sdcTable was not compared.',
  );
  describe('sdcTable reference tables', () => {
    it.todo('need ../shared/data/suppression-tables.json');
  });
} else
  describe('sdcTable reference tables', () => {
    it('are attacked with equal bounds, and protected at no more than its optimum', () => {
      const program = fileURLToPath(new URL('tables-beside-sdctable.ts', import.meta.url));
      const typescript = fileURLToPath(new URL('../support/typescript.mjs', import.meta.url));
      const output = execFileSync(process.execPath, ['--import', typescript, program, FILE], { encoding: 'utf8' });
      const tables = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Beside);
      const compared = tables.reduce((sum, table) => sum + table.compared, 0) / 2;
      console.info(
        [
          `${compared} bounds of ${tables.length} tables compared with sdcTable's, by constraints and by hierarchies`,
          ...tables.map(
            ({ name, own, wide, bar, hasOptimum }) =>
              `${name}: ${own.cost} (sdcTable ${hasOptimum ? 'optimum' : 'without optimum, cheapest'} ${bar}), ` +
              `with intervals of threshold + 1: ${wide.cost}, ${wide.narrow} narrow, ${wide.seconds.toFixed(2)} s of processor`,
          ),
        ].join('\n'),
      );
      expect(compared).toBeGreaterThan(0);
      for (const { difference, own, wide, bar, hasOptimum } of tables) {
        expect(difference).toBeLessThan(1e-6);
        expect(own.failures).toBe(0);
        expect(own.cost).toBeLessThanOrEqual(bar);
        if (hasOptimum) expect(own.optimal).toBe(true);
        expect(wide.narrow).toBe(0);
        expect(wide.violations).toBe(0);
        expect(wide.seconds).toBeLessThan(5);
      }
    }, 120_000);
  });
