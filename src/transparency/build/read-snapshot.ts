import type { ClientBase } from 'pg';
import { Dictionary, UNKNOWN } from '../anonymize/index.js';
import { isQuasiIdentifier, type ReleaseSpec } from '../datasets/release-spec.js';
import { copyLines } from './copy-lines.js';
import { IntList } from './int-list.js';

/**
 * A column of the snapshot: `words[codes[row]]` is the row's value. A missing value is `unknown` or, in matters, empty.
 * Of keys only the number of different values is kept: no id of a case goes any further.
 */
export interface SnapshotColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
  /** Number of different values */
  readonly size: number;
}

/** The source's rows as they stood at one moment, columns in the spec's order. */
export interface Snapshot {
  readonly rows: number;
  readonly columns: readonly SnapshotColumn[];
}

export function columnAt({ columns }: Snapshot, at: number): SnapshotColumn {
  const column = columns[at];
  if (!column) throw new Error(`The snapshot has no column ${at}.`);
  return column;
}

/** In the transaction that `client` stands in: row-level security shows one jurisdiction. */
export async function readSnapshot(client: ClientBase, { columns, source }: ReleaseSpec): Promise<Snapshot> {
  const read = columns.map((column) => ({
    codes: new IntList(),
    dictionary: new Dictionary(),
    missing: isQuasiIdentifier(column) ? UNKNOWN : '',
  }));
  let rows = 0;
  await copyLines(client, source, (cells) => {
    rows++;
    read.forEach(({ codes, dictionary, missing }, at) => {
      codes.push(dictionary.code(cells[at] ?? missing));
    });
  });
  return {
    rows,
    columns: read.map(({ codes, dictionary: { words } }, at) => ({
      codes: codes.toArray(),
      words: columns[at]?.role === 'key' ? [] : words,
      size: words.length,
    })),
  };
}
