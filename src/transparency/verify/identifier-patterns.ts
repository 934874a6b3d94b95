import type { DatePrecision } from './manifest.js';

/** What no cell of a public file may look like, whatever its column is called. Wide on purpose: doubt fails. */
export const IDENTIFIERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an e-mail address', /[^\s@]@[^\s@]+\.[^\s@]{2}/],
  [
    'a telephone number',
    /(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)|(?<!\d)[2-9]\d{2}[2-9]\d{6}(?!\d)/,
  ],
  ['a social security number', /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/],
  ['a postal code with its last four digits', /(?<!\d)\d{5}-\d{4}(?!\d)/],
  [
    'a street address',
    /(?<![\w-])\d{1,6}\s+(?:[\w.']+\s+){1,4}?(?:st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|ct|court|pl|place|ter|terrace|pkwy|parkway|hwy|highway)\b/i,
  ],
  ['a coordinate', /(?<![\d.])-?\d{1,3}\.\d{4,}(?!\d)/],
  ['a time of day', /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/],
];

const MONTH_NAME = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY = new RegExp(
  `(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}(?!\\d)|\\b${MONTH_NAME} \\d{1,2},? \\d{4}\\b|\\b\\d{1,2} ${MONTH_NAME} \\d{4}\\b`,
  'i',
);
const MONTH = new RegExp(
  `(?<![\\d-])\\d{4}-(?:0[1-9]|1[0-2])(?![\\d-])|(?<![\\d/])(?:0?[1-9]|1[0-2])/\\d{4}(?!\\d)|\\b${MONTH_NAME} \\d{4}\\b`,
  'i',
);

/** The finer dates that a cell shows than its column may; a column that declares none may show years. */
export function finerDate(cell: string, allowed: DatePrecision = 'year'): 'day' | 'month' | null {
  if (allowed !== 'day' && DAY.test(cell)) return 'day';
  return allowed === 'year' && MONTH.test(cell) ? 'month' : null;
}
