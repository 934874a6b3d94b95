import type { ClientBase } from 'pg';
import { csvLine, safeCell } from '../../rules/csv-line.js';
import { HashedFile } from '../hashed-file.js';
import type { OpenStatement } from './cut-statement.js';

export interface WrittenOpen {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

const ROWS_A_PIECE = 10_000;
const DECLARE = 'DECLARE open_rows NO SCROLL CURSOR FOR';
const FETCH = `FETCH ${ROWS_A_PIECE} FROM open_rows`;

/** Puts the rows of a statement into a CSV file, piece by piece. @param client stands in a transaction */
export async function writeOpen(
  client: ClientBase,
  { text, values }: OpenStatement,
  { path, name, columns }: { path: string; name: string; columns: readonly { name: string; type?: string }[] },
): Promise<WrittenOpen> {
  const file = await HashedFile.create(path);
  const isText = columns.map(({ type = 'text' }) => type === 'text');
  const declared = `${DECLARE} ${text}`;
  let rows = 0;
  try {
    file.write(csvLine(columns.map((column) => column.name)));
    await client.query(declared, [...values]);
    for (;;) {
      const piece = await client.query<string[]>({ text: FETCH, rowMode: 'array' });
      for (const cells of piece.rows)
        if (file.write(csvLine(cells.map((cell, at) => (isText[at] === true ? safeCell(cell) : cell)))))
          await file.flush();
      rows += piece.rows.length;
      if (piece.rows.length < ROWS_A_PIECE) break;
    }
    const sha256 = await file.finish();
    return { name, sha256, bytes: file.bytes, rows };
  } finally {
    await file.close();
  }
}
