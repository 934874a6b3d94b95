import type { Answer } from './test-app.js';

export interface ReportedTable {
  id: string;
  sources: string[];
  columns: { name: string }[];
  rows: { code: string; label: string; note: string | null; cells: (number | { missing: string })[] }[];
  notes: string[];
}

/** The tables of a previewed report, by their ids. */
export function tablesOf({ status, text, body }: Answer): Map<string, ReportedTable> {
  if (status !== 200) throw new Error(text);
  const tables: ReportedTable[] = body.content.sections.flatMap((each: { tables: ReportedTable[] }) => each.tables);
  return new Map(tables.map((table) => [table.id, table]));
}

export const cells = (table: ReportedTable | undefined): Record<string, ReportedTable['rows'][number]['cells']> =>
  Object.fromEntries((table?.rows ?? []).map((row) => [row.code, row.cells]));

export const distinct = (rows: Record<string, string>[], column: string): number =>
  new Set(rows.map((row) => row[column])).size;

export const where = (rows: Record<string, string>[], over: Record<string, string>): Record<string, string>[] =>
  rows.filter((row) => Object.entries(over).every(([name, value]) => row[name] === value));
