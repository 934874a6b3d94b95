import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CaseFiles, type ReferenceCase, type UtilityCase } from '../../src/transparency/anonymize-files/index.js';

/** Cases whose answers ARX computed (Apache-2.0); they lie beside the checkout, not in it. */
const FOLDER = new URL('../../../shared/data/arx/', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, FOLDER));

export interface AnsweredCase extends ReferenceCase {
  readonly expected: { readonly informationLoss: string; readonly transformation: readonly number[] };
  readonly arx: { readonly ms: number; readonly checked: number; readonly suppressed: number | null };
}

export interface AnsweredUtility extends UtilityCase {
  readonly nodeLoss: Readonly<Record<string, string>>;
}

export const haveReference = existsSync(FOLDER);
export const referencePath = path;

export const referenceFiles = (hierarchies = path('hierarchies')): CaseFiles =>
  new CaseFiles([path('adult.csv.gz'), path('cup.csv.gz')], hierarchies);

export const answeredCases = (): AnsweredCase[] => JSON.parse(readFileSync(path('expected.json'), 'utf8'));
export const answeredUtilities = (): AnsweredUtility[] => JSON.parse(readFileSync(path('node-utility.json'), 'utf8'));

export function sayAbsent(what: string): void {
  console.info(`NOTICE: the ARX reference cases are not beside this checkout (../shared/data/arx); ${what}`);
}
