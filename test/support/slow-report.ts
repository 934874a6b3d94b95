import type { ColumnInput, ReportInput } from '../../src/transparency/report/index.js';

/** One row of the record, written out: copies are rows of units of their own. */
export interface SlowRow {
  readonly unit: string;
  readonly subject: string;
  readonly round: number;
  /** Column → the base value, the value at the release's own level, and the cell in the file (null: left out). */
  readonly base: Readonly<Record<string, string>>;
  readonly grouped: Readonly<Record<string, string>>;
  readonly cell: Readonly<Record<string, string | null>>;
}

export function slowRows(input: ReportInput): SlowRow[] {
  return Array.from({ length: input.rows }, (_, row) => row).flatMap((row) => {
    const unit = input.unit?.[row] ?? row;
    const round = input.round[unit]!;
    const values = input.columns.map((column) => ({ column, at: (level: number) => wordAt(column, row, level) }));
    const level = (column: ColumnInput, of: number): number =>
      input.rounds[of - 1]![input.columns.filter(({ role }) => role === 'quasi-identifier').indexOf(column)] ?? 0;
    const record = <T>(value: (at: (level: number) => string, column: ColumnInput) => T): Record<string, T> =>
      Object.fromEntries(values.map(({ column, at }) => [column.name, value(at, column)]));
    return Array.from({ length: input.copies?.[unit] ?? 1 }, (__, copy) => ({
      unit: `${unit}.${copy}`,
      subject: input.subject === undefined ? `${unit}.${copy}` : `s${input.subject[unit]!}`,
      round,
      base: record((at) => at(0)),
      grouped: record((at, column) => at(level(column, 1))),
      cell: record((at, column) => (round === 0 ? null : at(level(column, round)))),
    }));
  });
}

/** Whether a row of this round shows the column at the release's own level, or finer. */
export function slowShows({ rounds, columns }: ReportInput, name: string, round: number): boolean {
  const at = columns.filter(({ role }) => role === 'quasi-identifier').findIndex((column) => column.name === name);
  return round === 0 || at < 0 || rounds[round - 1]![at]! <= rounds[0]![at]!;
}

function wordAt(column: ColumnInput, row: number, level: number): string {
  if (column.role !== 'quasi-identifier') return column.words[column.codes[row]!]!;
  const { codes, labels } = column.hierarchy.levels[level]!;
  return labels[codes[column.codes[row]!]!]!;
}

export function slowDistance(rows: readonly SlowRow[], input: ReportInput, names: readonly string[]): number {
  const original = shares(rows, names);
  const shown = rows.filter(({ round }) => round > 0 && names.every((name) => slowShows(input, name, round)));
  if (shown.length === 0) return 1;
  const published = shares(shown, names);
  return [...original].reduce((sum, [key, share]) => sum + Math.abs(share - (published.get(key) ?? 0)), 0) / 2;
}

function shares(rows: readonly SlowRow[], names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { grouped } of rows) {
    const key = names.map((name) => grouped[name]!).join('|');
    found.set(key, (found.get(key) ?? 0) + 1 / rows.length);
  }
  return found;
}

/** Distinct subjects behind each signature of the file. */
export function slowClasses(rows: readonly SlowRow[], names: readonly string[]): number[] {
  const signatures = new Map<string, string[]>();
  for (const { unit, round, cell } of rows)
    if (round > 0) signatures.set(unit, [...(signatures.get(unit) ?? []), names.map((name) => cell[name]!).join('|')]);
  const classes = new Map<string, Set<string>>();
  for (const { unit, subject, round } of rows) {
    if (round === 0) continue;
    const signature = signatures.get(unit)!.sort().join('&');
    classes.set(signature, (classes.get(signature) ?? new Set()).add(subject));
  }
  return [...classes.values()].map(({ size }) => size).sort((a, b) => a - b);
}
