import { CaseFiles } from './case-files.js';
import { attemptEach, type CaseFailure } from './attempt-each.js';
import { readCases, toCase, toUtilityCase } from './read-cases.js';
import { runCase, type CaseResult } from './run-case.js';
import { runUtility, type UtilityResult } from './run-utility.js';

export interface CasePaths {
  readonly data: readonly string[];
  /** Folder of `<dataset>_hierarchy_<column>.csv`. */
  readonly hierarchies: string;
}

/** The optimum of each case of a file, as it is found. @throws CaseRefused when the file itself cannot be read */
export function runCases(
  path: string,
  { data, hierarchies }: CasePaths,
  budgetMs?: number,
): Generator<CaseResult | CaseFailure> {
  const files = new CaseFiles(data, hierarchies);
  return attemptEach(readCases(path), (given, id) => runCase(files, toCase(given, id), budgetMs));
}

/** The losses that each case of a file asks for. @throws CaseRefused when the file itself cannot be read */
export function runUtilities(path: string, { data, hierarchies }: CasePaths): Generator<UtilityResult | CaseFailure> {
  const files = new CaseFiles(data, hierarchies);
  return attemptEach(readCases(path), (given) => runUtility(files, toUtilityCase(given)));
}
