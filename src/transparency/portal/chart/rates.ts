import { type Divisor, divisorOf } from '../../../shared/figures/divisor-of.js';
import { monthText } from '../../../shared/figures/month-number.js';
import { spanOf } from '../../../shared/figures/span-of.js';
import { NOT_SHOWN } from '../facts/dataset-facts.js';
import type { Statement } from '../facts/statements.reader.js';
import type { ChartData } from './chart-data.js';
import { type ChartQuestion, groupingOf, type RateKind, RATES } from './chart-question.js';

/** First and last month, YYYY-MM. */
export interface Covers {
  readonly from: string;
  readonly to: string;
}

/** A count beside what it is divided by; no rate where there is nothing to divide by, and why. */
export interface RateLine {
  readonly value: string | null;
  readonly count: number;
  readonly divisor: Divisor<Statement> | null;
  readonly covers: Covers | null;
  readonly rate: number | null;
}

/** The months that released words mean together; null: they tell no time. */
export function coversOf(values: readonly (string | null)[]): Covers | null {
  const spans = values.flatMap((value) => spanOf(value ?? '') ?? []);
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.from + span.length - 1));
  return { from: monthText(from), to: monthText(to) };
}

/** @param whole what the counted rows cover, for columns that tell no time themselves */
export function ratesOf(
  { by }: ChartQuestion,
  { lines }: ChartData,
  kind: RateKind,
  { statements, whole }: { statements: readonly Statement[]; whole: Covers | null },
): RateLine[] {
  const grouping = groupingOf(by) ?? 'all';
  return lines.map(({ value, counts: [count = 0] }) => {
    const covers = grouping === 'all' ? coversOf([value]) : whole;
    const group = grouping === 'all' ? 'all' : value;
    const isTold = covers !== null && group !== null && group !== NOT_SHOWN;
    const divisor = isTold ? divisorOf(statements, { kind, grouping, group }, covers) : null;
    const by = divisor !== null && 'count' in divisor && divisor.count > 0 ? divisor.count : null;
    return { value, count, divisor, covers, rate: by === null ? null : (RATES[kind] * count) / by };
  });
}
