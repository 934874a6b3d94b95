import fc from 'fast-check';
import type { ReportInput } from '../../src/transparency/report/index.js';
import { randomProblem } from './random-problem.js';

/** Small releases of one or two rounds: rows alone or in units, subjects shared, or copies; nothing kept to k. */
export const randomReportInput: fc.Arbitrary<ReportInput> = fc
  .tuple(randomProblem, fc.array(fc.nat(1000), { minLength: 100, maxLength: 100 }), fc.integer({ min: 1, max: 2 }))
  .filter(([{ rows }]) => rows > 0)
  .map(([{ rows, quasiIdentifiers, unit, subject }, seed, rounds]) => {
    const units = unit === undefined ? rows : Math.max(...unit) + 1;
    const words = ['yes', 'no', 'yes', 'perhaps'];
    return {
      release: { dataset: 'd', title: 'Random', version: '1', unitWord: 'case' },
      k: 1,
      rows,
      ...(unit === undefined ? {} : { unit }),
      ...(subject === undefined
        ? { copies: Int32Array.from({ length: units }, (_, u) => 1 + (seed[u]! % 3)) }
        : { subject }),
      round: Uint8Array.from({ length: units }, (_, u) => seed[30 + u]! % (rounds + 1)),
      rounds: Array.from({ length: rounds }, (_, r) =>
        quasiIdentifiers.map(({ hierarchy }, j) => seed[60 + 10 * r + j]! % hierarchy.levels.length),
      ),
      columns: [
        ...quasiIdentifiers.map(({ name, codes, hierarchy }) => {
          return { role: 'quasi-identifier' as const, name, title: name, codes, hierarchy, levels: [] };
        }),
        {
          role: 'sensitive' as const,
          name: 'matter',
          title: 'Matter',
          words,
          codes: Int32Array.from({ length: rows }, (_, row) => seed[99 - row]! % words.length),
        },
      ],
    };
  });
