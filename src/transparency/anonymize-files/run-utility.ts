import { evaluator } from '../anonymize/index.js';
import type { CaseFiles } from './case-files.js';
import type { UtilityCase } from './reference-case.js';

/** A metric's value at each transformation of a case, keyed as the case writes it; a list when losses are ranked. */
export interface UtilityResult {
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
  const evaluate = evaluator(files.problem({ ...utility, quasiIdentifiers }));
  const keys = Array.isArray(nodeLoss) ? nodeLoss.map(String) : Object.keys(nodeLoss);
  const losses = keys.map((key) => {
    const { lossVector } = evaluate(levelsOf(key));
    return [key, lossVector.length > 1 ? lossVector : (lossVector[0] ?? 0)] as const;
  });
  return { dataset, metric: metric.name, nodeLoss: Object.fromEntries(losses) };
}

function levelsOf(key: string): number[] {
  const levels: unknown = JSON.parse(key);
  if (!Array.isArray(levels) || !levels.every(Number.isInteger)) throw new Error(`"${key}" is not a transformation.`);
  return levels as number[];
}
