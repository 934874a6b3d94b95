import { basename } from 'node:path';
import { CsvFile } from '../../platform/bulk/csv-file.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Cell, RowSource } from '../build/row-source.js';
import { UnitFiles } from './unit-files.js';

/** The rows of a CSV file (RFC 4180, gzipped or not), read as a stream as often as they are asked for. */
export class CsvRows implements RowSource {
  private units: UnitFiles | null = null;

  /**
   * @param header the file's columns @param unit the column whose equal values join rows; null: every row stands alone, and
   *   a column that numbers rows may be asked for under any other name
   * @param directory where rows are dealt into units
   */
  constructor(
    private readonly path: string,
    readonly header: readonly string[],
    private readonly unit: string | null,
    private readonly directory: string,
  ) {}

  /** @throws RuleBroken file-unreadable, csv-refused (422) with the line */
  async each(columns: readonly string[], onRow: (cells: readonly Cell[]) => void): Promise<void> {
    const from = columns.map((name) => this.header.indexOf(name));
    let number = 0;
    const give = (cells: readonly string[]): void => {
      number++;
      onRow(from.map((at) => (at < 0 ? String(number) : cells[at] === '' ? null : (cells[at] ?? null))));
    };
    if (this.unit === null) return this.read(give);
    this.units ??= await this.deal(this.header.indexOf(this.unit));
    for (const cells of this.units.rows()) give(cells);
  }

  /** Takes what was dealt away again. */
  remove(): void {
    this.units?.remove();
  }

  private async deal(unitAt: number): Promise<UnitFiles> {
    const { bytes } = await CsvFile.open(this.path);
    const units = new UnitFiles(this.directory, bytes);
    try {
      await this.read((cells, line) => {
        const unit = cells[unitAt] ?? '';
        if (unit === '')
          throw refused(this.path, line, `the unit "${this.unit ?? ''}" is empty: every row belongs to one`);
        units.add(unit, cells);
      });
    } catch (error) {
      units.close();
      units.remove();
      throw error;
    }
    units.close();
    return units;
  }

  private async read(onRow: (cells: readonly string[], line: number) => void): Promise<void> {
    const file = await CsvFile.open(this.path);
    let first = true;
    for await (const records of file.records())
      for (const { cells, line, fault } of records) {
        if (fault !== null) throw refused(this.path, line, `a quote does not add up (${fault})`);
        if (!first && cells.length !== this.header.length)
          throw refused(this.path, line, `${cells.length} cells, not ${this.header.length} as in the header`);
        if (!first) onRow(cells, line);
        first = false;
      }
  }
}

/** The columns of a CSV file. @throws RuleBroken csv-refused (422) when it has none, or two of one name */
export async function csvHeader(path: string): Promise<readonly string[]> {
  for await (const [record] of (await CsvFile.open(path)).records()) {
    const header = record?.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
    if (!header) continue;
    const double = header.find((name, at) => name === '' || header.indexOf(name) < at);
    if (double !== undefined) throw refused(path, 1, `a column has no name, or "${double}" stands twice`);
    return header;
  }
  throw refused(path, 1, 'the file is empty: its first line must name the columns');
}

function refused(path: string, line: number, what: string): RuleBroken {
  return new RuleBroken('csv-refused', `${basename(path)}, line ${line}: ${what}.`, 422);
}
