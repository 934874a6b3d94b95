import type { EntityManager } from 'typeorm';
import type { CopyValue } from './copy-line.js';

/** A row of a file: its cells as told, by column. */
export type SourceRow<Column extends string = string> = Readonly<Record<Column, string>>;

/** A row that cannot be taken: why, in a stable code, and in which columns (null: the row as a whole). */
export interface Refusal {
  code: string;
  column: string | null;
  /** How to mend it, where it takes more than the table's sentence for the code */
  reason?: string;
}

/** A row as it goes to the database: `values` in the columns of the table's `staging`, its id first. */
export interface StagedRow {
  /** What the source knows it by; null when nothing does. */
  key: string | null;
  /** Rows of one group are written in the order of the file; rows of other groups may be written at the same time. */
  group: string;
  values: CopyValue[];
  /** Rows of other temporary tables that belong to it, by table */
  parts?: Readonly<Record<string, readonly (readonly CopyValue[])[]>>;
  /** What was set aside or looks wrong without being in the way, in codes: the row is taken, `original` keeps the words. */
  oddities: readonly string[];
}

/** What became of staged rows that are not to be written: refused, or (`code` null) there already and the same. */
export interface Judgement {
  line: number;
  code: string | null;
  column: string | null;
}

/** One kind of file and its way into the database. */
export interface BulkTable {
  name: string;
  /** A file is of this kind when its header has them all. */
  columns: readonly string[];
  /** Creates the temporary table `staged`, whose last column is `line integer`, and those of its parts. */
  staging: string;
  /** Drops those tables, where there are more than `staged` */
  unstaging?: string;
  /** Rows that follow each other and say the same here are staged together; without it each row is by itself. */
  together?: (row: SourceRow) => string;
  /** Maps a row, and the others that belong to it. `mended`: the file is one of our own rejects files. */
  stage(row: SourceRow, mended: boolean, others: readonly SourceRow[]): StagedRow | Refusal;
  /** What the rows staged since it was last asked refer to and was not there before; to be written ahead of them. */
  references?(): ((manager: EntityManager) => Promise<void>) | null;
  /**
   * Takes out of `staged`, and judges, what is not to be written. A key stands in `staged` once, or is known. Statements
   * here and in `insert` join `staged` to rows found by `= ANY (ARRAY(SELECT … FROM staged))`: one pass, whatever the plan.
   */
  judge(manager: EntityManager): Promise<Judgement[]>;
  /** Writes what is left in `staged`: all of it. */
  insert(manager: EntityManager): Promise<void>;
  /** How to mend a row, by code of refusal: a sentence that repeats nothing of what the row says. */
  reasons: Readonly<Record<string, string>>;
}
