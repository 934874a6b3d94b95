import { describe, expect, it } from '@jest/globals';
import { runCase } from '../../src/transparency/anonymize-files/index.js';
import { entropyLoss } from '../support/entropy-loss.js';
import { suppressedRolledUp } from '../support/rolled-up.js';
import { answeredCases, haveReference, referenceFiles, sayAbsent } from './reference-files.js';

/**
 * What is recorded here is no function of the table and the model: ARX gives up on a class when a running sum passes the
 * limit though later terms would lower it, in the order of a hash table, and that order depends on the node from which
 * its search rolled the classes up. From the rows themselves the rule suppresses 1,041 records, as ARX's own output does
 * and we do; the loss that is recorded is that of 1,024. The test below shows where both come from.
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

    it('of which one was taken from classes that were rolled up, and not from the table', () => {
      const reference = cases.find(({ id }) => id === PATH_DEPENDENT)!;
      const problem = files.problem(reference);
      const { transformation, informationLoss } = reference.expected;
      const from = (finer: readonly number[]) => {
        const rows = suppressedRolledUp(problem, finer, transformation, 5);
        return { suppressed: rows.length, loss: entropyLoss(problem, transformation, rows) };
      };
      const own = runCase(files, reference);
      const fromRows = from(transformation.map(() => 0));
      expect(fromRows.suppressed).toBe(1041);
      expect(own.suppressed).toBe(1041);
      expect(Math.abs(fromRows.loss - Number(own.informationLoss))).toBeLessThan(1e-9 * fromRows.loss);
      const rolledUp = from([0, 0, 0, 0, 2, 0, 2, 0]);
      expect(rolledUp.suppressed).toBe(1024);
      expect(Math.abs(rolledUp.loss - Number(informationLoss))).toBeLessThan(1e-9 * rolledUp.loss);
    });

    it('are reported with their times beside ARX', () => {
      console.info([`${table.length} searches`, ...table].join('\n'));
      expect(table).toHaveLength(cases.length);
    });
  });
}
