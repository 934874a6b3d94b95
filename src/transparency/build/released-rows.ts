import { csvLine } from '../rules/csv-line.js';
import type { PublishedWords } from './counted-words.js';
import { pseudonymText } from './pseudonyms.js';
import type { RecordColumn } from './record-layout.js';

interface ShownColumn {
  readonly at: number;
  /** Code of the record → word, and as it is written in a CSV file; null: a key. */
  readonly words: readonly string[] | null;
  readonly written: readonly string[];
  /** Code of the record → 1 when it stands in the file */
  readonly used: Uint8Array;
}

/** Turns the records of one unit into lines of the file. */
export class ReleasedRows {
  private readonly columns: readonly ShownColumn[];

  /** @param order places of columns by which the rows of a unit are sorted */
  constructor(
    columns: readonly RecordColumn[],
    private readonly width: number,
    private readonly order: readonly number[],
    words: ReadonlyMap<string, PublishedWords>,
  ) {
    this.columns = columns.map(({ column, at }) => shown(at, column.role === 'key' ? null : words.get(column.name)));
  }

  /** The lines of the records from `from` to before `to`, which are one unit's. */
  lines(records: Int32Array, from: number, to: number): string {
    if (to - from === this.width) return this.line(records, from);
    const rows: { cells: string[]; from: number }[] = [];
    for (let at = from; at < to; at += this.width) rows.push({ cells: this.cells(records, at), from: at });
    rows.sort((one, other) => compare(one.cells, other.cells));
    return rows.map((row) => this.line(records, row.from)).join('');
  }

  /** By column: every word that stands in the file; none of keys. */
  get values(): readonly (readonly string[])[] {
    return this.columns.map(({ words, used }) =>
      [...new Set((words ?? []).filter((_, code) => used[code] === 1))].sort(),
    );
  }

  private line(records: Int32Array, from: number): string {
    let line = '';
    for (const { at, words, written, used } of this.columns) {
      const code = records[from + at]!;
      if (line !== '' || at !== this.columns[0]!.at) line += ',';
      if (words === null) line += pseudonymText(code, records[from + at + 1]!);
      else {
        line += written[code]!;
        used[code] = 1;
      }
    }
    return `${line}\n`;
  }

  private cells(records: Int32Array, from: number): string[] {
    return this.order.map((place) => {
      const { at, words } = this.columns[place]!;
      const code = records[from + at]!;
      return words === null ? pseudonymText(code, records[from + at + 1]!) : words[code]!;
    });
  }
}

function shown(at: number, published: PublishedWords | null | undefined): ShownColumn {
  if (!published) return { at, words: null, written: [], used: new Uint8Array() };
  const words = Array.from(published.codes, (code) => published.labels[code] ?? '');
  return { at, words, written: words.map((word) => csvLine([word]).slice(0, -1)), used: new Uint8Array(words.length) };
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((cell, index) => cell !== other[index]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
}
