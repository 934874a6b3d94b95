import fc from 'fast-check';
import { table, type Problem, type QuasiIdentifier } from '../../src/transparency/anonymize/index.js';
import { randomDemands } from './random-demands.js';

/** Groups are called by their first member, so that rows of different rounds come to read the same. */
const echoing = table(
  'street',
  Array.from({ length: 8 }, (_, v) => [`v${v}`, `v${v - (v % 4)}`, '*']),
);
const COMMON = [0, 4, 0, 4, 1, 5];

/** Few columns, and mostly a metric to which suppression is nothing: much is left for further rounds. */
export const randomRecoding = fc
  .tuple(randomDemands, fc.boolean(), fc.integer({ min: 1, max: 4 }))
  .map(([problem, echo, columns]): Problem => {
    const { weights: _, ...metric } = problem.metric;
    const quasiIdentifiers = problem.quasiIdentifiers.slice(0, columns);
    return {
      ...problem,
      suppressionLimit: Math.max(problem.suppressionLimit, columns / 5),
      quasiIdentifiers: echo ? quasiIdentifiers.slice(0, 1).map(echoed) : quasiIdentifiers,
      metric: columns < 4 ? { name: 'entropy' } : metric,
    };
  });

/** Two streets are common, the others are rare. */
function echoed(column: QuasiIdentifier): QuasiIdentifier {
  const codes = column.codes.map((code, row) => (row % 4 === 3 ? (code + row) % 8 : COMMON[code]!));
  return { name: column.name, codes, hierarchy: echoing };
}
