import { describe, expect, it } from '@jest/globals';
import { runCase } from '../../src/transparency/anonymize-files/index.js';
import { answeredCases, haveReference, referenceFiles, sayAbsent } from './reference-files.js';

/**
 * ARX's answer here depends on the path of its search: it gives up on a class when a running sum passes a limit though
 * later terms would lower it, in the order of a hash table that depends on which node the classes were rolled up from.
 * What it expects (1,024 records suppressed) is not what its own recorded run suppressed (1,041); ours is the latter.
 */
const PATH_DEPENDENT = 'EntropyLDiversity#0';

if (!haveReference) {
  sayAbsent('their optima were not compared.');
  describe('ARX reference cases', () => {
    it.todo('need ../shared/data/arx');
  });
} else {
  const files = referenceFiles();
  const table: string[] = [];
  const cases = answeredCases();
  describe('ARX reference cases', () => {
    it.each(cases)(
      '$id',
      (reference) => {
        const found = runCase(files, reference);
        const expected = Number(reference.expected.informationLoss);
        const { ms, checked } = reference.arx;
        table.push(
          [
            reference.id.padEnd(28),
            `${(found.seconds * 1000).toFixed(0)} ms, ${found.checked} nodes`.padEnd(24),
            `ARX ${ms} ms, ${checked} nodes`,
          ].join(''),
        );
        expect(found.optimal).toBe(true);
        expect(found.suppressed).toBe(reference.arx.suppressed ?? 0);
        if (reference.id === PATH_DEPENDENT) {
          expect(found.transformation).toEqual(reference.expected.transformation);
          expect(Math.abs(Number(found.informationLoss) - expected) / expected).toBeLessThan(1e-3);
        } else expect(Math.abs(Number(found.informationLoss) - expected)).toBeLessThanOrEqual(1e-9 * expected);
      },
      120_000,
    );

    it('are reported with their times beside ARX', () => {
      console.info([`${table.length} searches`, ...table].join('\n'));
      expect(table).toHaveLength(cases.length);
    });
  });
}
