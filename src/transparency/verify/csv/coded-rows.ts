import type { CsvRecord } from './csv-scanner.js';
import { SortKey } from './sort-key.js';
import { Words } from './words.js';

/** A row as numbers. Reused from row to row. */
export interface CodedRow {
  /** column → number of its word; of the sort key, the number of its run */
  readonly codes: Int32Array;
  /** Line of the file; the header is line 1. */
  line: number;
  /** The sort key against the row before: below 0 when it comes after (and in the first row), 0 when it is the same. */
  step: number;
  /** Whether a word, of any column but the sort key, stands here that stood nowhere before. */
  fresh: boolean;
}

/** Turns records into rows of numbers, one dictionary a column; the sort key, which hardly repeats, needs none. */
export class CodedRows {
  readonly row: CodedRow;
  readonly key: SortKey | null;
  /** By column; empty for the sort key. */
  readonly words: readonly Words[];

  /** @param sortKeyAt −1: the file is sorted by no column */
  constructor(
    columns: number,
    readonly sortKeyAt: number,
  ) {
    this.row = { codes: new Int32Array(columns), line: 1, step: -1, fresh: false };
    this.key = sortKeyAt < 0 ? null : new SortKey();
    this.words = Array.from({ length: columns }, () => new Words());
  }

  take({ bytes, starts, ends, hashes }: CsvRecord, line: number): CodedRow {
    const { row, words, sortKeyAt, key } = this;
    const { codes } = row;
    row.line = line;
    row.fresh = false;
    for (let at = 0; at < codes.length; at++)
      if (at === sortKeyAt && key !== null) {
        row.step = key.take(bytes, starts[at]!, ends[at]!);
        codes[at] = key.runs;
      } else {
        const known = words[at]!;
        const before = known.count;
        codes[at] = known.code(bytes, starts[at]!, ends[at]!, hashes[at]!);
        if (known.count !== before) row.fresh = true;
      }
    return row;
  }

  /** The text of a cell of the present row. */
  text(at: number): string {
    return at === this.sortKeyAt && this.key !== null ? this.key.text : this.words[at]!.text(this.row.codes[at]!);
  }
}
