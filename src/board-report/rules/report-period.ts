import { monthNumber, monthText } from '../../shared/figures/month-number.js';

/** What a report is about: a year of the place, or a quarter of it. */
export interface ReportPeriod {
  /** `2026` or `2026-Q1` */
  code: string;
  kind: 'year' | 'quarter';
  title: string;
  /** First and last month, YYYY-MM */
  from: string;
  to: string;
}

const CODE = /^((?:19|20)\d\d)(?:-Q([1-4]))?$/;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/**
 * The months that a code stands for; null: it is none. A year that does not begin in January is named, as governments name
 * theirs, for the calendar year in which it ends, and its first quarter is its own first three months.
 */
export function reportPeriod(code: string, fiscalYearStartMonth: number): ReportPeriod | null {
  const [, year, quarter] = CODE.exec(code) ?? [];
  if (year === undefined) return null;
  const first = Number(year) * 12 + (fiscalYearStartMonth === 1 ? 0 : fiscalYearStartMonth - 13);
  const begin = quarter === undefined ? first : first + (Number(quarter) - 1) * 3;
  const length = quarter === undefined ? 12 : 3;
  const [from, to] = [monthText(begin), monthText(begin + length - 1)];
  const fiscal = fiscalYearStartMonth === 1 ? '' : 'fiscal year ';
  const title =
    quarter === undefined
      ? `Annual report, ${fiscal}${year}`
      : `Quarterly report, ${fiscal}${year}, quarter ${quarter}`;
  return { code, kind: quarter === undefined ? 'year' : 'quarter', title, from, to };
}

/** `January to December 2026`, `July 2025 to June 2026`, `March 2026`. */
export function monthsInWords(from: string, to: string): string {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const [firstName, lastName] = [MONTHS[first % 12] ?? '', MONTHS[last % 12] ?? ''];
  const [firstYear, lastYear] = [Math.floor(first / 12), Math.floor(last / 12)];
  if (first === last) return `${firstName} ${firstYear}`;
  if (firstYear === lastYear) return `${firstName} to ${lastName} ${lastYear}`;
  return `${firstName} ${firstYear} to ${lastName} ${lastYear}`;
}
