import { type ColumnPlan, isMatter, type MatterPlan, type ReleasePlan } from './release-plan.js';
import type { SignatureBook } from './signature-book.js';

/** Where a column stands in a record and in the row that it is made of. */
export interface RecordColumn {
  readonly column: ColumnPlan;
  /** Place in the record: of a key's two words, or of a code. */
  readonly at: number;
  /** Place of its cell among those that are asked of the source. */
  readonly cell: number;
}

/** A row as 32-bit words: pseudonyms of two words, the unit's first; then the codes of the book's columns; then the others'. */
export class RecordLayout {
  readonly width: number;
  readonly columns: readonly RecordColumn[];
  /** What is asked of the source. */
  readonly names: readonly string[];
  readonly keys: readonly RecordColumn[];
  /** Columns that the book does not know. */
  readonly matters: readonly (RecordColumn & { readonly column: MatterPlan })[];
  /** Where the book's codes begin. */
  readonly bookAt: number;

  /** @param spare words at a record's end that no column takes */
  constructor({ columns, unit }: ReleasePlan, book: Pick<SignatureBook, 'names'>, spare = 0) {
    const keys = columns.filter(({ role }) => role === 'key').map(({ name }) => name);
    const ordered = [unit, ...keys.filter((name) => name !== unit)];
    const matters = columns.filter((column) => isMatter(column) && !book.names.includes(column.name));
    const others = matters.map(({ name }) => name);
    this.bookAt = ordered.length * 2;
    this.names = [...book.names, ...ordered, ...others];
    this.width = this.bookAt + book.names.length + others.length + spare;
    this.columns = columns.map((column) => {
      const cell = this.names.indexOf(column.name);
      const key = ordered.indexOf(column.name);
      const code = this.bookAt + (cell < book.names.length ? cell : cell - ordered.length);
      return { column, cell, at: key < 0 ? code : key * 2 };
    });
    this.keys = this.columns.filter(({ column }) => column.role === 'key');
    this.matters = this.columns.filter((each): each is RecordColumn & { column: MatterPlan } =>
      others.includes(each.column.name),
    );
  }
}
