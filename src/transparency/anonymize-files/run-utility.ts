import { evaluator } from '../anonymize/index.js';
import { CaseRefused } from './case-refused.js';
import type { CaseFiles } from './case-files.js';
import type { UtilityCase } from './reference-case.js';

/** A metric's value at each transformation of a case, keyed as the case writes it; a list when losses are ranked. */
export interface UtilityResult {
  readonly id?: string;
  readonly dataset: string;
  readonly metric: string;
  readonly nodeLoss: Readonly<Record<string, number | readonly number[]>>;
}

export function runUtility(files: CaseFiles, utility: UtilityCase): UtilityResult {
  const { dataset, metric, nodeLoss, sensitiveAttribute } = utility;
  const quasiIdentifiers =
    utility.quasiIdentifiers ??
    files
      .columns(dataset)
      .filter((name) => name !== sensitiveAttribute)
      .map((name) => ({ name }));
  const problem = files.problem({ ...utility, quasiIdentifiers });
  const evaluate = evaluator(problem);
  const levels = problem.quasiIdentifiers.map(({ hierarchy }) => hierarchy.levels.length);
  const keys = Array.isArray(nodeLoss) ? nodeLoss.map(keyOf) : Object.keys(nodeLoss);
  const losses = keys.map((key) => {
    const { lossVector } = evaluate(levelsOf(key, levels));
    return [key, lossVector.length > 1 ? lossVector : (lossVector[0] ?? 0)] as const;
  });
  return {
    ...(utility.id === undefined ? {} : { id: utility.id }),
    dataset,
    metric: metric.name,
    nodeLoss: Object.fromEntries(losses),
  };
}

const keyOf = (levels: string | readonly number[]): string =>
  typeof levels === 'string' ? levels : `[${levels.join(', ')}]`;

/** @param known how many levels each column has */
function levelsOf(key: string, known: readonly number[]): number[] {
  const levels: unknown = parsed(key);
  const sensible = (level: unknown, j: number): boolean =>
    Number.isInteger(level) && Number(level) >= 0 && Number(level) < (known[j] ?? 0);
  if (!Array.isArray(levels) || levels.length !== known.length || !levels.every(sensible))
    throw new CaseRefused(
      'case-malformed',
      `"${key}" is not a transformation: one level per column, each below [${known.join(', ')}].`,
    );
  return levels as number[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
