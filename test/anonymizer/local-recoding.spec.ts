import { describe, expect, it } from '@jest/globals';
import { recode } from '../../src/transparency/anonymize/index.js';
import { slowUnion } from '../support/slow-recoding.js';
import { answeredCases, haveReference, referenceFiles, sayAbsent } from './reference-files.js';

if (!haveReference) {
  sayAbsent('local recoding was tried on generated tables only.');
  describe('local recoding of 30,162 census records', () => {
    it.todo('need ../shared/data/arx');
  });
} else {
  const reference = answeredCases().find(({ id }) => id === 'Combinations#18')!;
  describe('local recoding of 30,162 census records', () => {
    it('gives back all but a few of those that the optimum suppresses, none in a class below k', () => {
      const problem = referenceFiles().problem(reference);
      const found = recode(problem);
      const { faults, smallestClass } = slowUnion(
        problem,
        found.roundOf,
        found.rounds.map(({ transformation }) => transformation),
      );
      expect(faults).toEqual([]);
      expect(smallestClass).toBe(found.smallestClass);
      expect(found.first.suppressedUnits).toBe(889);
      expect(found.suppressedUnits).toBeLessThan(5);
      expect(found.after.domain).toBeLessThan(found.before.domain - 0.01);
      console.info(
        `${found.first.suppressedUnits} suppressed → ${found.suppressedUnits} in ${found.rounds.length} rounds; ` +
          `domain lost ${found.before.domain.toFixed(4)} → ${found.after.domain.toFixed(4)}`,
      );
    }, 60_000);
  });
}
