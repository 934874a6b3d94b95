import type { CodedRow } from './csv/coded-rows.js';

/** One question asked of every row. */
export interface RowCheck {
  row(row: CodedRow): void;
  /** After the last row. */
  end?(): void;
}
