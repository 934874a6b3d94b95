import { monthNumber, monthText } from './month-number.js';
import type { DenominatorRow } from './material.js';

/** What a count may be divided by, and how it came about; or why it may not. */
export type Divisor = { count: number; note: string } | { missing: string };

/** Stops and arrests happen and add up; officers and people are there, and do not. */
const HAPPEN: readonly string[] = ['stops', 'arrests'];

/** @param covers the months that the count is of: what it is divided by is of the very same ones */
export function denominatorOf(
  rows: readonly DenominatorRow[],
  asked: { kind: string; grouping: string; group: string },
  covers: { from: string; to: string },
): Divisor | null {
  const told = rows.filter(
    ({ kind, grouping, counts }) =>
      kind === asked.kind && grouping === asked.grouping && counts[asked.group] !== undefined,
  );
  if (asked.kind === 'population') return newest(told, asked.group, covers.to);
  const within = told.filter(({ month }) => month >= covers.from && month <= covers.to);
  if (within.length === 0) return null;
  const total = within.reduce((sum, { counts }) => sum + (counts[asked.group] ?? 0), 0);
  const note = cited(within);
  if (!HAPPEN.includes(asked.kind))
    return { count: total / within.length, note: `mean of ${within.length} month(s). ${note}` };
  const months = monthNumber(covers.to) - monthNumber(covers.from) + 1;
  if (within.length < months)
    return {
      missing: `told for ${within.length} of the ${months} months from ${covers.from} to ${monthText(monthNumber(covers.to))}`,
    };
  return { count: total, note: `sum of ${months} month(s). ${note}` };
}

/** People are counted seldom: the last count before the end holds. */
function newest(told: readonly DenominatorRow[], group: string, to: string): Divisor | null {
  const last = told.filter(({ month }) => month <= to).at(-1);
  const count = last?.counts[group];
  return last === undefined || count === undefined ? null : { count, note: `of ${last.month}. ${cited([last])}` };
}

function cited(rows: readonly DenominatorRow[]): string {
  const sources = [...new Set(rows.map(({ source, version }) => `${source} (statement ${version})`))];
  return `Source: ${sources.slice(0, 3).join('; ')}${sources.length > 3 ? `; and ${sources.length - 3} more` : ''}.`;
}
