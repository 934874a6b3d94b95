import { spanOf } from '../../../shared/figures/span-of.js';
import { type DatasetFacts, type FactColumn, LIST_SEPARATOR, NOT_SHOWN } from '../facts/dataset-facts.js';
import { askedBy } from '../facts/filters.js';
import type { Cell } from '../facts/portal-rows.js';
import { type ChartQuestion, isPeriod } from './chart-question.js';

/** One value of the column that is counted by, with its counts in the order of `series`. */
export interface ChartLine {
  readonly value: string | null;
  readonly counts: readonly number[];
}

export interface ChartData {
  /** Values of the second column; one null when there is none */
  readonly series: readonly (string | null)[];
  readonly lines: readonly ChartLine[];
}

const MOST_GROUPS = 20_000;

/** The question as the query engine takes it. Names are those of the release's own columns. */
export function chartSoda(question: ChartQuestion, { unit }: DatasetFacts): Map<string, string> {
  const { by, split, measure, filters } = question;
  const columns = [by, ...(split ? [split] : [])].map(expressionOf);
  const counted = measure === 'rows' || unit === null ? 'count(*)' : `count(distinct \`${unit}\`)`;
  return new Map([
    ['$select', [...columns.map((column, at) => `${column} as value_${at}`), `${counted} as counted`].join(', ')],
    ['$group', columns.join(', ')],
    ['$limit', String(MOST_GROUPS)],
    ...askedBy(filters),
  ]);
}

const expressionOf = ({ name, type }: FactColumn): string =>
  type === 'date' ? `date_trunc_y(\`${name}\`)` : `\`${name}\``;

/** Groups as rows of a table: each word of a list for itself, time in its order, all else by how much there is of it. */
export function chartData({ by, split }: ChartQuestion, rows: readonly (readonly Cell[])[]): ChartData {
  const counts = new Map<string | null, Map<string | null, number>>();
  for (const row of rows) {
    const [first = null, second = null] = row;
    const count = Number(row.at(-1));
    for (const value of valuesOf(by, first))
      for (const other of split ? valuesOf(split, second) : [null]) {
        const line = counts.get(value) ?? new Map<string | null, number>();
        counts.set(value, line.set(other, (line.get(other) ?? 0) + count));
      }
  }
  const totals = (of: (value: string | null, other: string | null) => string | null): Map<string | null, number> => {
    const sums = new Map<string | null, number>();
    for (const [value, line] of counts)
      for (const [other, count] of line) sums.set(of(value, other), (sums.get(of(value, other)) ?? 0) + count);
    return sums;
  };
  const series = split
    ? ordered(
        totals((_, other) => other),
        isPeriod(split),
      )
    : [null];
  const lines = ordered(
    totals((value) => value),
    isPeriod(by),
  ).map((value) => ({
    value,
    counts: series.map((other) => counts.get(value)?.get(other) ?? 0),
  }));
  return { series, lines };
}

function valuesOf(column: FactColumn, cell: Cell): (string | null)[] {
  if (cell === null || cell === '') return [null];
  const value = String(cell);
  if (column.type === 'date') return [value.slice(0, 4)];
  return column.isList ? value.split(LIST_SEPARATOR) : [value];
}

/** What is withheld and what nobody recorded comes last, whatever its number. */
function ordered(totals: ReadonlyMap<string | null, number>, inTime: boolean): (string | null)[] {
  const rank = (value: string | null): number => (value === null ? 2 : value === NOT_SHOWN ? 1 : 0);
  const when = (value: string | null): number => spanOf(value ?? '')?.from ?? 0;
  return [...totals]
    .sort(([a, one], [b, other]) => {
      const apart = rank(a) - rank(b) || (inTime ? when(a) - when(b) : other - one);
      return apart || ((a ?? '') < (b ?? '') ? -1 : 1);
    })
    .map(([value]) => value);
}
