import { createReadStream } from 'node:fs';
import type { ListedFile } from '../../verify/index.js';
import type { PublishedManifest } from './published-manifest.js';
import { gzipped } from './compressed.js';
import { jsonLines } from './json-lines.js';
import { type Pieces, writeListedFile } from './listed-output.js';
import { parquetPieces } from './parquet-pieces.js';
import { type OnRows, PublishedTable } from './published-table.js';
import { type AboutLines, SHEET_ROWS, workbookPieces } from './workbook-pieces.js';

/** From here on JSON Lines are packed: they repeat every column's name in every row. */
const MOST_PLAIN_ROWS = 100_000;

/** A format that this release has not, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

export interface WrittenFormats {
  readonly files: readonly ListedFile[];
  readonly leftOut: readonly LeftOut[];
}

/** Beside `data.csv`, the same table in every other format, one after the other, each made of the file itself. @param onFormat what begins */
export async function writeFormats(
  directory: string,
  path: string,
  manifest: PublishedManifest,
  { onFormat, onRows }: { readonly onFormat: (name: string) => void; readonly onRows: OnRows },
): Promise<WrittenFormats> {
  const { columns, title, builtOn, file } = manifest;
  const table = new PublishedTable(path, columns, onRows);
  const packed = file.rows > MOST_PLAIN_ROWS;
  const fits = file.rows < SHEET_ROWS;
  const formats: readonly (readonly [name: string, pieces: () => Pieces])[] = [
    ['data.csv.gz', () => gzipped(createReadStream(path, { highWaterMark: 1 << 16 }))],
    packed ? ['data.jsonl.gz', () => gzipped(jsonLines(table))] : ['data.jsonl', () => jsonLines(table)],
    ['data.parquet', () => parquetPieces(table, title)],
    ...(fits ? [['data.xlsx', () => workbookPieces(table, aboutLines(manifest), builtOn)] as const] : []),
  ];
  const files: ListedFile[] = [];
  for (const [name, pieces] of formats) {
    onFormat(name);
    files.push(await writeListedFile(directory, name, pieces()));
  }
  const why = `${file.rows} rows and a header are more than the ${SHEET_ROWS} rows that a sheet can hold.`;
  return { files, leftOut: fits ? [] : [{ name: 'data.xlsx', why }] };
}

/** The second sheet: whoever has the workbook alone still reads what one row is. */
function aboutLines({ title, version, jurisdiction, oneRow, caveats, columns }: PublishedManifest): AboutLines {
  return [
    [title, `${jurisdiction.name}, version ${version}`],
    ['What one row is', oneRow],
    ...caveats.map((caveat) => ['Note', caveat] as const),
    ...columns.map(({ name, title: words, description }) => [name, `${words}. ${description}`] as const),
  ];
}
