import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expand } from '../../../test/support/expand.js';
import { randomDemands } from '../../../test/support/random-demands.js';
import { anonymize, AnonymizationRefused, evaluator, type Anonymization, type Problem } from './index.js';

const attempt = (problem: Problem): Anonymization | null => {
  try {
    return anonymize(problem);
  } catch (error) {
    expect(error).toBeInstanceOf(AnonymizationRefused);
    return null;
  }
};

const figures = ({
  lossVector,
  optimal,
  units,
  suppressedUnits,
  suppressedRows,
  classes,
  smallestClass,
}: Anonymization) => ({
  lossVector: lossVector.map((value) => (Number.isFinite(value) ? Number(value.toPrecision(10)) : value)),
  ...{ optimal, units, suppressedUnits, suppressedRows, classes, smallestClass },
});

describe('copies', () => {
  it('give what the units written out give: optimum, loss, suppression, classes', () => {
    const seen = { optima: 0, refused: 0, suppressing: 0, joined: 0 };
    fc.assert(
      fc.property(randomDemands, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 24, maxLength: 24 }), (p, n) => {
        const { subject: _, ...problem } = p;
        const units = problem.unit === undefined ? problem.rows : Math.max(-1, ...problem.unit) + 1;
        const short = { ...problem, copies: Int32Array.from(n.slice(0, units)) };
        const long = expand(short);
        const found = attempt(short);
        const truth = attempt(long);
        if (found === null || truth === null) {
          expect(found).toBe(truth);
          seen.refused++;
          return;
        }
        const same = evaluator(long)(found.transformation);
        expect(figures(found)).toEqual({
          ...figures(truth),
          // Transformations of equal loss may suppress differently: those of the one that was found count.
          ...(found.transformation.join() === truth.transformation.join()
            ? {}
            : { ...figures(found), lossVector: figures(truth).lossVector }),
        });
        expect(found.suppressedUnits).toBe(same.suppressedUnits);
        expect(found.keep).toHaveLength(units);
        const kept = found.keep.reduce((sum, keep, u) => sum + keep * short.copies[u]!, 0);
        expect(kept).toBe(found.units - found.suppressedUnits);
        seen.optima++;
        if (found.suppressedUnits > 0) seen.suppressing++;
        if (problem.unit !== undefined) seen.joined++;
      }),
      { numRuns: 600, seed: 20260320 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  const one = { name: 'race', codes: Int32Array.of(0, 0), hierarchy: { levels: [] } };
  const refused: [string, Partial<Problem>][] = [
    ['together with subjects', { copies: Int32Array.of(1, 1), subject: Int32Array.of(1, 1) }],
    ['for fewer units than there are', { copies: Int32Array.of(1) }],
    ['of none', { copies: Int32Array.of(1, 0) }],
    ['of more rows than can be counted', { copies: Int32Array.of(2 ** 31 - 1, 1) }],
  ];
  it.each(refused)('are refused %s', (_, over) => {
    expect(() => anonymize({ rows: 2, k: 1, suppressionLimit: 0, quasiIdentifiers: [one], ...over })).toThrow(
      expect.objectContaining({ code: 'problem-malformed', message: expect.stringMatching(/copies|stands for/) }),
    );
  });
});
