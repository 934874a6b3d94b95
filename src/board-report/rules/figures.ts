import { isMissing, type Missing, type ReportColumn } from './report-content.js';

const LONGEST_REASON = 16;

/** A cell as people read it. */
export function cellInWords(cell: number | Missing | undefined, { unit }: ReportColumn): string {
  if (cell === undefined) return '';
  if (isMissing(cell)) return missingInWords(cell);
  if (unit === 'share') return percent(cell);
  if (unit === 'rate') return fixed(cell, 2);
  return Number.isInteger(cell) ? grouped(cell) : fixed(cell, 2);
}

/** A few words; what takes more stands in the row’s note. */
function missingInWords({ missing }: Missing): string {
  const [word = ''] = missing.split(':');
  return word.length <= LONGEST_REASON ? word : 'not computed';
}

/** A share as a percentage with one decimal. */
export const percent = (share: number): string => `${fixed(100 * share, 1)} %`;

function fixed(value: number, digits: number): string {
  const [whole = '', rest] = value.toFixed(digits).split('.');
  return `${grouped(Number(whole))}${rest === undefined ? '' : `.${rest}`}`;
}

/** Groups of three by hand: how a program's own words for a language do it changes with its version. */
function grouped(value: number): string {
  // A number has few digits.
  // eslint-disable-next-line regexp/no-super-linear-move
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Rounded where it is reckoned, so that every form of the report has the same digits. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
