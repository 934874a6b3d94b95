import { monthNumber, monthText } from './month-number.js';

/** A published statement of how many there were. */
export interface Stated {
  readonly kind: string;
  /** YYYY-MM */
  readonly month: string;
  readonly grouping: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly source: string;
  readonly version: number;
}

/** What a count may be divided by and how it came about; or of how few of its months that was told. */
export type Divisor<S extends Stated = Stated> =
  | { readonly count: number; readonly how: 'newest' | 'mean' | 'sum'; readonly of: readonly S[] }
  | { readonly untold: { readonly told: number; readonly months: number; readonly from: string; readonly to: string } };

/** Stops and arrests happen and add up; officers and people are there, and do not. */
const HAPPEN: readonly string[] = ['stops', 'arrests'];

/** @param covers the months that the count is of: what it is divided by is of the very same ones */
export function divisorOf<S extends Stated>(
  statements: readonly S[],
  asked: { kind: string; grouping: string; group: string },
  covers: { from: string; to: string },
): Divisor<S> | null {
  const counted = ({ counts }: Stated): number | undefined => counts[asked.group];
  const told = statements.filter(
    (each) => each.kind === asked.kind && each.grouping === asked.grouping && counted(each) !== undefined,
  );
  if (asked.kind === 'population') {
    // People are counted seldom: the last count before the end holds.
    const last = told.filter(({ month }) => month <= covers.to).at(-1);
    return last === undefined ? null : { count: counted(last) ?? 0, how: 'newest', of: [last] };
  }
  const within = told.filter(({ month }) => month >= covers.from && month <= covers.to);
  if (within.length === 0) return null;
  const total = within.reduce((sum, each) => sum + (counted(each) ?? 0), 0);
  if (!HAPPEN.includes(asked.kind)) return { count: total / within.length, how: 'mean', of: within };
  const months = monthNumber(covers.to) - monthNumber(covers.from) + 1;
  if (within.length >= months) return { count: total, how: 'sum', of: within };
  return { untold: { told: within.length, months, from: covers.from, to: monthText(monthNumber(covers.to)) } };
}
