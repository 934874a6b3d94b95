import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { FormatColumn, PublishedTable } from './published-table.js';

/** What is held in memory at a time, and what a reader over HTTP fetches at a time. */
const ROWS_A_GROUP = 20_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Value = string | boolean | number | Date | null;

/** Apache Parquet with typed columns, row group by row group; an empty cell is null. */
export async function* parquetPieces(table: PublishedTable, title: string): AsyncGenerator<Uint8Array> {
  const { columns } = table;
  const writer = new ByteWriter(1 << 20);
  const schema: Schema = [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)];
  const kvMetadata = [{ key: 'title', value: title }];
  const parquet = new ParquetWriter({ writer, schema, kvMetadata, createdBy: 'redress' });
  const read = columns.map(({ type }) => VALUES[type]);
  let group: Value[][] = columns.map(() => []);
  const writeGroup = async (): Promise<Uint8Array> => {
    const columnData: ColumnSource[] = columns.map(({ name }, at) => ({ name, data: group[at]! }));
    await parquet.write({ columnData, rowGroupSize: ROWS_A_GROUP });
    group = columns.map(() => []);
    return taken(writer);
  };
  for await (const rows of table.rows()) {
    for (const row of rows) {
      for (let at = 0; at < read.length; at++) group[at]!.push(row[at] === '' ? null : read[at]!(row[at]!));
      if (group[0]!.length === ROWS_A_GROUP) yield await writeGroup();
    }
  }
  if (group[0]!.length > 0) yield await writeGroup();
  await parquet.finish();
  yield taken(writer);
}

/** What the writer holds, which it then holds no more; its count of all bytes goes on. */
function taken(writer: ByteWriter): Uint8Array {
  const piece = writer.getBytes().slice();
  writer.index = 0;
  return piece;
}

const VALUES: Record<FormatColumn['type'], (cell: string) => Value> = {
  text: (cell) => cell,
  integer: Number,
  boolean: (cell) => cell === 'true',
  date: (cell) => new Date(cell),
};

function schemaOf({ name, type }: FormatColumn): Schema[number] {
  const column = { name, repetition_type: 'OPTIONAL' } as const;
  if (type === 'boolean') return { ...column, type: 'BOOLEAN' };
  if (type === 'integer') return { ...column, type: 'INT32' };
  if (type === 'date') return { ...column, type: 'INT32', converted_type: 'DATE' };
  return { ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}
