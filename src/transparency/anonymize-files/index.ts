export { CaseFiles } from './case-files.js';
export type { ReferenceCase, UtilityCase } from './reference-case.js';
export { runCase, type CaseResult } from './run-case.js';
export { runUtility, type UtilityResult } from './run-utility.js';
