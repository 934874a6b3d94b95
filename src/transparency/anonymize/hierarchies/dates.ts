import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../hierarchy.js';

/** A step of coarsening; `{ years: 5 }` is spans of five years from a multiple of five. */
export type DateStep = 'month' | 'quarter' | 'half' | 'year' | { readonly years: number };

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * `2018-03-07` → `2018-03` → `2018-Q1` → `2018-H1` → `2018` → `2015-2019` → `*`.
 * @param words base values: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`. A value already as coarse as a step stays as
 *   it is; one coarser than a step that splits a year reads `2018-unknown` there, so that it joins its year above.
 */
export function dates(name: string, words: readonly string[], steps: readonly DateStep[]): Hierarchy {
  return buildHierarchy(name, [words, ...steps.map((step) => words.map((word) => coarsen(name, word, step)))]);
}

function coarsen(name: string, word: string, step: DateStep): string {
  if (word === UNKNOWN) return word;
  const [, year = '', month] = DATE.exec(word) ?? [];
  if (year === '') throw new AnonymizationRefused('hierarchy-incomplete', `"${word}" in "${name}" is not a date`);
  if (step === 'year') return year;
  if (typeof step === 'object') return span(Number(year), step.years);
  if (month === undefined) return `${year}-${UNKNOWN}`;
  if (step === 'month') return `${year}-${month}`;
  return step === 'quarter' ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-H${Math.ceil(Number(month) / 6)}`;
}

function span(year: number, years: number): string {
  const first = year - (year % years);
  return `${first}-${first + years - 1}`;
}
