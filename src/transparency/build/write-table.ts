import { csvLine } from '../rules/csv-line.js';
import { BuildFailed } from './build-failure.js';
import { HashedFile } from './hashed-file.js';
import type { RecordLayout } from './record-layout.js';
import { ReleasedRows } from './released-rows.js';
import type { RowSpill } from './row-spill.js';
import type { SpilledRows } from './spill-rows.js';

export interface WrittenTable {
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** By column: every word that stands in the file, in order; none of keys. */
  readonly values: readonly (readonly string[])[];
  /** Columns by which the rows are sorted. */
  readonly order: readonly string[];
}

/**
 * The table as it is published: generalized, suppressed, under pseudonyms, sorted by the unit's pseudonym and then by its
 * own text, so that the order of the cases cannot be read from it.
 * @throws BuildFailed pseudonyms-met when two units have the same
 */
export async function writeTable(
  path: string,
  { layout, unit }: { readonly layout: RecordLayout; readonly unit: string },
  { words, units }: SpilledRows,
  spill: Pick<RowSpill, 'sorted'>,
): Promise<WrittenTable> {
  const { columns, width } = layout;
  const names = columns.map(({ column }) => column.name);
  const order = [unit, ...names.filter((name) => name !== unit)];
  const released = new ReleasedRows(
    columns,
    width,
    order.map((name) => names.indexOf(name)),
    words,
  );
  const file = await HashedFile.create(path);
  let [rows, met] = [0, 0];
  try {
    file.write(csvLine(names));
    for (const records of spill.sorted()) {
      for (let from = 0, to = width; from < records.length; from = to, to += width) {
        while (to < records.length && isSameUnit(records, from, to)) to += width;
        rows += (to - from) / width;
        met++;
        if (file.write(released.lines(records, from, to))) await file.flush();
      }
    }
    const sha256 = await file.finish();
    if (met !== units) throw new BuildFailed('pseudonyms-met');
    return { sha256, bytes: file.bytes, rows, values: released.values, order };
  } finally {
    await file.close();
  }
}

function isSameUnit(records: Int32Array, one: number, other: number): boolean {
  return records[one] === records[other] && records[one + 1] === records[other + 1];
}
