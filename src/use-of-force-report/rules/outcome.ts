/** What became of a record. `kept`: a report stood under the number and was to be left as it is. `zero`: a zero report. */
export const OUTCOMES = ['taken', 'amended', 'withdrawn', 'zero', 'unchanged', 'kept', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** received = the sum of the outcomes; `warned` of them carry a warning. */
export type BulkCounts = Record<Outcome | 'received' | 'warned', number>;

/** The counts in one order, whatever order they were kept in. */
export function countsOf(told: Readonly<Partial<Record<string, number>>>): BulkCounts {
  const names = ['received', ...OUTCOMES, 'warned'] as const;
  return Object.fromEntries(names.map((name) => [name, told[name] ?? 0])) as BulkCounts;
}
