import { anonymize } from '../anonymize/index.js';
import type { CaseFiles } from './case-files.js';
import type { ReferenceCase } from './reference-case.js';

/** What was found for one case. `informationLoss` is a list when losses are compared by rank. */
export interface CaseResult {
  readonly id: string;
  readonly transformation: readonly number[];
  readonly informationLoss: number | readonly number[];
  readonly suppressed: number;
  readonly checked: number;
  /** Time of the search, reading excluded. */
  readonly seconds: number;
  readonly optimal: boolean;
}

export function runCase(files: CaseFiles, reference: ReferenceCase, budgetMs?: number): CaseResult {
  const problem = files.problem(reference);
  const found = anonymize({ ...problem, ...(budgetMs === undefined ? {} : { budgetMs }) });
  return {
    id: reference.id,
    transformation: found.transformation,
    informationLoss: found.lossVector.length > 1 ? found.lossVector : found.loss,
    suppressed: found.suppressedUnits,
    checked: found.checked,
    seconds: found.seconds,
    optimal: found.optimal,
  };
}
