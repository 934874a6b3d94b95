import { monthNumber, monthText } from '../../shared/figures/month-number.js';
import { spanOf, type Span } from '../../shared/figures/span-of.js';
import type { ReportPeriod } from './report-period.js';

/** What a released table can say of a period: releases show years at the finest, and a report says so instead of guessing. */
export interface Coverage {
  /** The release's own words that are counted */
  words: string[];
  /** First and last month of what they mean together, YYYY-MM; null: the release shows no time at all */
  from: string | null;
  to: string | null;
  /** Whether that is the report's period, neither more nor less */
  exact: boolean;
  /** Words that may hold something of the period and are not counted, since they mean more, or nothing certain */
  beside: string[];
}

/** How the anonymizer writes what it does not show. */
export const NOT_SHOWN = '*';

/** @param words every word for a time that stands in the released table */
export function coverage(words: readonly string[], period: ReportPeriod): Coverage {
  const [from, to] = [monthNumber(period.from), monthNumber(period.to)];
  const spans = words.flatMap((word) => spanOf(word) ?? []);
  const near = spans.filter((span) => span.from <= to && span.from + span.length > from);
  const length = Math.min(...(near.length > 0 ? near : spans).map((span) => span.length));
  if (spans.length === 0)
    return { words: words.filter((word) => word === NOT_SHOWN), from: null, to: null, exact: false, beside: [] };
  const begin = Math.floor(from / length) * length;
  const end = Math.ceil((to + 1) / length) * length;
  const within = (span: Span): boolean => span.from >= begin && span.from + span.length <= end;
  const counted = spans.filter((span) => span.length === length && within(span)).map(({ word }) => word);
  const undated = words.filter((word) => spanOf(word) === null);
  const besides = near.map(({ word }) => word).filter((word) => !counted.includes(word));
  return {
    words: counted.sort(),
    from: monthText(begin),
    to: monthText(end - 1),
    exact: begin === from && end === to + 1,
    beside: [...undated, ...besides].sort(),
  };
}
