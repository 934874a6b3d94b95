import { AnonymizationRefused } from '../anonymization-refused.js';
import { anonymize } from '../anonymize.js';
import type { Anonymization, Problem } from '../problem.js';
import { recodingLoss } from './recoding-loss.js';
import type { Recoding, RecodingOptions, Round } from './recoding.js';
import { restrict } from './restrict.js';
import { settleRound, type SettledUnion } from './settle-round.js';

const MOST_ROUNDS = 20;

/**
 * Local recoding: after the optimum of the whole table, the units that it suppressed are given back at other
 * transformations, round by round, each the best for those still left. Every demand holds over all rounds together, on
 * the words that a reader sees and against the distribution of the whole table. Units that no transformation can give
 * back stay suppressed whole.
 *
 * A unit's class depends on what it says and on what others say, never on who it is: whoever knows all
 * quasi-identifiers of a person can tell the person's class, as with one transformation, and k holds of it. Not counted,
 * as with one transformation: what knowing the method tells of classes that were not published finer (minimality, Wong
 * et al. 2007).
 * @throws AnonymizationRefused as `anonymize`
 */
export function recode(problem: Problem, options: RecodingOptions = {}): Recoding {
  const { maxRounds = MOST_ROUNDS, leastUnits = 1 } = options;
  if (!(Number.isInteger(maxRounds) && maxRounds >= 1 && leastUnits >= 1))
    throw new AnonymizationRefused(
      'problem-malformed',
      'there is at least one round, and it gives back at least one unit',
    );
  const start = performance.now();
  const first = anonymize(problem);
  let roundOf: Int32Array = Int32Array.from(first.keep);
  const transformations = [first.transformation];
  const searches: Anonymization[] = [first];
  let { classes, smallestClass } = first;
  while (transformations.length < maxRounds && roundOf.includes(0)) {
    const next = giveBack(problem, roundOf, transformations, start);
    if (next === null) break;
    transformations.push(next.search.transformation);
    searches.push(next.search);
    ({ roundOf, classes, smallestClass } = next.settled);
    if (count(problem, roundOf, transformations.length) < leastUnits) break;
  }
  return {
    first,
    rounds: searches.map((search, at) => round(search, problem, roundOf, at + 1)),
    roundOf,
    units: first.units,
    suppressedUnits: count(problem, roundOf, 0),
    suppressedRows: rowsAt(problem, roundOf, 0),
    ...{ classes, smallestClass },
    before: recodingLoss(problem, (u) => (first.keep[u] === 1 ? first.transformation : null)),
    after: recodingLoss(problem, (u) => transformations[roundOf[u]! - 1] ?? null),
  };
}

/** One more round: the best transformation for those left or, when that cannot stand beside what is out, the coarsest. */
function giveBack(
  problem: Problem,
  roundOf: Int32Array,
  transformations: readonly (readonly number[])[],
  start: number,
): { readonly search: Anonymization; readonly settled: SettledUnion } | null {
  const left = restrict(problem, (u) => roundOf[u] === 0);
  for (const part of [left.problem, atTheTop(left.problem)]) {
    const search = searchRemainder(part, count(problem, roundOf, 0), problem, start);
    if (search === null) return null;
    const proposed = roundOf.slice();
    for (const [at, u] of left.unitOf.entries()) if (search.keep[at] === 1) proposed[u] = transformations.length + 1;
    const settled = settleRound(problem, proposed, [...transformations, search.transformation]);
    if (settled !== null) return { search, settled };
  }
  return null;
}

function atTheTop({ quasiIdentifiers, ...problem }: Problem): Problem {
  const top = quasiIdentifiers.map((column) => ({
    ...column,
    minLevel: column.maxLevel ?? column.hierarchy.levels.length - 1,
  }));
  return { ...problem, quasiIdentifiers: top };
}

/**
 * The best transformation for the units left, where all but one may stay suppressed: a metric in which suppression
 * counts decides how many do. Null when not one can be given back, or the time is up.
 */
function searchRemainder(part: Problem, units: number, whole: Problem, start: number): Anonymization | null {
  const { weights } = whole.metric ?? {};
  const left = (whole.budgetMs ?? Infinity) - (performance.now() - start);
  if (left <= 0) return null;
  try {
    return anonymize({
      ...part,
      ...(whole.budgetMs === undefined ? {} : { budgetMs: left }),
      metric: { name: 'loss', ...(weights === undefined ? {} : { weights }) },
      suppressionLimit: (units - 0.5) / units,
    });
  } catch (error) {
    if (error instanceof AnonymizationRefused && error.code === 'infeasible') return null;
    throw error;
  }
}

function round(
  { transformation, optimal, checked, seconds }: Anonymization,
  problem: Problem,
  roundOf: Int32Array,
  number: number,
): Round {
  const units = count(problem, roundOf, number);
  return { transformation, units, rows: rowsAt(problem, roundOf, number), optimal, checked, seconds };
}

function count({ copies }: Problem, roundOf: Int32Array, number: number): number {
  let sum = 0;
  for (let u = 0; u < roundOf.length; u++) if (roundOf[u] === number) sum += copies?.[u] ?? 1;
  return sum;
}

function rowsAt({ rows, unit, copies }: Problem, roundOf: Int32Array, number: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const u = unit?.[row] ?? row;
    if (roundOf[u] === number) sum += copies?.[u] ?? 1;
  }
  return sum;
}
