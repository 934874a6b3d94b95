import type { ColumnText } from './release-spec.js';

/** How a cell is made of the rows that make one row of the cut. Empty cells of the source count for nothing. */
export type CutRule =
  /** The one value that all have; of several the first by code unit */
  | 'value'
  /** Every word that occurs, sorted, joined by `; ` */
  | 'words'
  /** The first of `ranks` that occurs, else the first other word */
  | 'gravest'
  /** How many different values */
  | 'distinct'
  /** How many rows */
  | 'rows'
  /** true where any is, else false where any is */
  | 'any';

export interface CutColumn extends ColumnText {
  /** The column of the source that it is made of */
  readonly of: string;
  readonly rule: CutRule;
  readonly ranks?: readonly string[];
  /** Left out where the source has no such column: whether officers are shown is the charter's */
  readonly optional?: true;
}

interface OpenText {
  readonly dataset: string;
  readonly title: string;
  /** What one row is, in one sentence: the first thing that a reader gets wrong. */
  readonly oneRow: string;
  /** What the figures do not say. */
  readonly caveats: readonly string[];
  readonly unitWord: string;
}

/**
 * Cut from a released file by rules that anybody can apply: it tells nothing that the file does not tell, whoever joins the
 * two. Built by the public role, which has a right on no case.
 */
export interface CutSpec extends OpenText {
  readonly basis: 'cut';
  /** A complaint that is sealed or destroyed recalls it, as it recalls what it was cut from. */
  readonly ofComplaints?: true;
  /** The dataset whose newest release it is cut from */
  readonly from: string;
  /** Columns of the source whose equal values make one row; empty: every row of the source is one. */
  readonly by: readonly string[];
  /** A list column of the source: its rows are taken once for each word in it. */
  readonly each?: string;
  /** Rows of the source in which all of these are empty are left out. */
  readonly where?: readonly string[];
  /** The first is the key of the source's unit, by which rows are sorted. */
  readonly columns: readonly CutColumn[];
}

export interface RecordColumn extends ColumnText {
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
}

/** Facts about public bodies that this system's own pages tell already; nothing in it was ever only in a case. */
export interface RecordSpec extends OpenText {
  readonly basis: 'public-record';
  readonly columns: readonly RecordColumn[];
  /** Columns that together name a row */
  readonly key: readonly string[];
  /** Columns by which rows are sorted, as text; the key breaks ties. */
  readonly order: readonly string[];
  /** Counts that are none or at least what column `k` of their row says, and so is what they leave of `whole`. */
  readonly small?: { readonly counts: readonly string[]; readonly whole: string; readonly k: string };
  /** One SELECT on the schema `published`; $1 is the place's slug. */
  readonly source: string;
}

/** A dataset in which nothing is anonymized: it says nothing that is not public already (docs/decisions/0054). */
export type OpenSpec = CutSpec | RecordSpec;
