import { stringify } from 'csv-stringify/sync';
import type { ListedComplaint } from '../records/complaint-list.reader.js';

const COLUMNS = [
  ...['complaintId', 'caseNumber', 'kind', 'status', 'channel', 'anonymous', 'receivedAt', 'incidentOn', 'closedOn'],
  ...['district', 'beat', 'classification', 'track', 'assignedTo', 'allegations', 'dueOn'],
] as const satisfies readonly (keyof ListedComplaint)[];

/**
 * A list as CSV (RFC 4180): every cell in quotes, lines end in CR LF. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe instead (OWASP, "CSV Injection"). Nothing is an empty cell; times are ISO 8601 in UTC.
 */
export async function* caseListCsv(pages: AsyncIterable<ListedComplaint[]>): AsyncGenerator<string> {
  yield csvLines([[...COLUMNS]]);
  for await (const page of pages)
    if (page.length > 0) yield csvLines(page.map((row) => COLUMNS.map((name) => row[name])));
}

/** Cells as lines. */
export function csvLines(rows: readonly (readonly (string | number | boolean | Date | null)[])[]): string {
  return stringify(
    rows.map((row) => row.map(textOf)),
    { quoted: true, quoted_empty: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

function textOf(cell: string | number | boolean | Date | null): string {
  return cell instanceof Date ? cell.toISOString() : String(cell ?? '');
}
