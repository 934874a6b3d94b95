import fc from 'fast-check';
import { anonymize, AnonymizationRefused, type Metric, type Problem } from '../../src/transparency/anonymize/index.js';
import { randomDemands } from './random-demands.js';
import { everyTransformation, slowNode } from './slow-anonymizer.js';

export interface BruteForce {
  readonly count: number;
  readonly seed: number;
  readonly optima: number;
  /** Data sets where nothing meets the demands, and the engine says so. */
  readonly refused: number;
  /** model or metric → data sets that have it */
  readonly kinds: ReadonlyMap<string, number>;
  /** What was found otherwise, in words, with the number of the data set. */
  readonly disagreements: readonly string[];
}

/** The data sets of a seed: random tables, models and metrics. The same ones for whoever checks the same things. */
export const bruteForceProblems = (count: number, seed: number): (Problem & { readonly metric: Metric })[] =>
  fc
    .sample(
      randomDemands.filter((problem) => !tiesMatter(problem)),
      { numRuns: count, seed },
    )
    .map((problem, at) => (at % 3 === 0 ? withGaps(problem) : problem));

/** Some rows have no value of the sensitive attributes, as where tables are linked; they are in no cell. */
function withGaps<P extends Problem>(problem: P): P {
  const sensitive = (problem.sensitive ?? []).map((attribute, i) => ({
    ...attribute,
    codes: attribute.codes.map((code, row) => ((row * 7 + i + code) % (3 + i) === 0 ? code : -1)),
  }));
  return { ...problem, sensitive };
}

/**
 * Of several classes of one size a model of sizes may take either. The slow way takes the first, and so does the engine,
 * but for the loss metric (which settles it by what each class loses) and where classes of units of several rows are
 * not numbered by their first row.
 */
export const tiesMatter = ({ models = [], metric, unit }: Problem): boolean =>
  (metric?.name === 'loss' || unit !== undefined) &&
  models.some(({ type }) => type === 'average-risk' || type === 'uniqueness');

/** The engine's optimum against every transformation tried one by one, by the definitions. */
export function bruteForce(count: number, seed: number, solve: (problem: Problem) => Found = anonymize): BruteForce {
  const kinds = new Map<string, number>();
  const disagreements: string[] = [];
  let refused = 0;
  for (const [at, problem] of bruteForceProblems(count, seed).entries()) {
    for (const { type } of problem.models ?? []) kinds.set(type, (kinds.get(type) ?? 0) + 1);
    kinds.set(problem.metric.name, (kinds.get(problem.metric.name) ?? 0) + 1);
    const truth = exhaustive(problem);
    if (truth === null) refused++;
    const fault = compare(problem, truth, attempt(problem, solve));
    if (fault !== null) disagreements.push(`data set ${at}: ${fault}`);
  }
  return { count, seed, optima: count - refused, refused, kinds, disagreements };
}

export type Found = Pick<ReturnType<typeof anonymize>, 'lossVector' | 'optimal' | 'transformation' | 'suppressedUnits'>;

function attempt(problem: Problem, solve: (problem: Problem) => Found): Found | null {
  try {
    return solve(problem);
  } catch (error) {
    if (error instanceof AnonymizationRefused && error.code === 'infeasible') return null;
    throw error;
  }
}

function compare(problem: Problem & { metric: Metric }, truth: readonly number[] | null, found: Found | null) {
  if (truth === null || found === null) return truth === found ? null : `feasible: ${found !== null}`;
  if (!found.optimal) return 'not said to be optimal';
  if (!truth.every((value, i) => near(found.lossVector[i], value)))
    return `loss ${found.lossVector.join()} instead of ${truth.join()}`;
  const node = slowNode(problem, found.transformation, problem.metric);
  return node.suppressedUnits === found.suppressedUnits
    ? null
    : `${found.suppressedUnits} suppressed instead of ${node.suppressedUnits}`;
}

const near = (found: number | undefined, truth: number): boolean =>
  found === truth || Math.abs((found ?? NaN) - truth) < 1e-8 * Math.max(1, Math.abs(truth));

/** The least loss of all transformations that keep to the limit; null when none does. */
export function exhaustive(problem: Problem & { readonly metric: Metric }): readonly number[] | null {
  const units = problem.unit === undefined ? problem.rows : Math.max(-1, ...problem.unit) + 1;
  const limit = Math.floor(units * problem.suppressionLimit);
  let best: readonly number[] | null = null;
  for (const levels of everyTransformation(problem)) {
    const { suppressedUnits, loss } = slowNode(problem, levels, problem.metric);
    if (suppressedUnits <= limit && (best === null || isLess(loss, best))) best = loss;
  }
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}
