import { CsvFile } from '../../../platform/bulk/csv-file.js';
import { BuildFailed } from '../build-failure.js';

/** Of a published column, what decides how its cells are written in other formats. */
export interface FormatColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
  readonly role: string;
}

/** Called with every batch of rows; it may throw, to stop. */
export type OnRows = (rows: number) => void;

/** A table as it is published, read from the file itself: what other formats say is what the file says. */
export class PublishedTable {
  constructor(
    readonly path: string,
    readonly columns: readonly FormatColumn[],
    private readonly onRows: OnRows = () => undefined,
  ) {}

  /** Some hundreds at a time; an empty cell is null in every other format. @throws BuildFailed former-changed when it is not that table */
  async *rows(): AsyncGenerator<readonly (readonly string[])[]> {
    const header = this.columns.map(({ name }) => name).join('\n');
    let headed = false;
    for await (const records of (await CsvFile.open(this.path)).records()) {
      if (records.some(({ cells, fault }) => fault !== null || cells.length !== this.columns.length)) throw misshapen();
      const rows = records.map(({ cells }) => cells);
      if (rows.length === 0) continue;
      if (!headed && rows.shift()?.join('\n') !== header) throw misshapen();
      headed = true;
      if (rows.length === 0) continue;
      this.onRows(rows.length);
      yield rows;
    }
  }
}

const misshapen = (): BuildFailed => new BuildFailed('former-changed');
