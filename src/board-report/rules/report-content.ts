import type { ReportPeriod } from './report-period.js';

/**
 * A report as plain data: everything that its page, its PDF and its CSV say is here, so that all three say the same. The same
 * sources give the same content, to the byte: nothing in it depends on when or by whom it was made.
 */
export interface ReportContent {
  form: 1;
  place: ReportPlace;
  period: ReportPeriod;
  /** When the newest of the releases behind it was published, ISO 8601; null: there is none */
  dataAsOf: string | null;
  sections: ReportSection[];
  sources: ReportSource[];
}

export interface ReportPlace {
  slug: string;
  name: string;
}

/** Which edition of the report it is; null: a preview that was never published. */
export interface ReportEdition {
  number: number | null;
  /** Why there is another edition than the first */
  correction: string | null;
}

/** What numbers come from: a release, or something else that is public. */
export interface ReportSource {
  kind: 'release' | 'record';
  id: string;
  title: string;
  version: string;
  /** Of a release's data file; of anything else: of the rows that were read, as JSON */
  sha256: string;
  /** Where it can be had */
  address: string | null;
  /** What one row is, what was left out, what the figures do not say */
  notes: string[];
}

export interface ReportSection {
  id: string;
  title: string;
  /** What the section is about; one line for all that was never released here */
  lines: string[];
  tables: ReportTable[];
}

export interface ReportTable {
  id: string;
  title: string;
  /** Ids of sources */
  sources: string[];
  /** First and last month that the figures are of, YYYY-MM; null: of no certain time */
  covers: { from: string; to: string } | null;
  /** What stands in the first column */
  rowTitle: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  notes: string[];
  /** Columns that are drawn as bars */
  drawn: string[];
}

export interface ReportColumn {
  name: string;
  title: string;
  /** `amount`: a number that need not be whole */
  unit: 'count' | 'share' | 'rate' | 'amount';
}

export interface ReportRow {
  code: string;
  label: string;
  /** Where this row's own figures come from, when it is not where the table's do */
  note: string | null;
  /** A number, or why there is none */
  cells: (number | Missing)[];
  /** Of when, where a row is of another time than its table */
  covers?: { from: string; to: string };
}

export interface Missing {
  missing: string;
}

export const isMissing = (cell: number | Missing): cell is Missing => typeof cell !== 'number';
