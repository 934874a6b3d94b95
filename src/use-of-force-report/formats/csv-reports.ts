import { type CsvRecord, CsvSplitter } from '../../platform/bulk/csv-splitter.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { columnsRead } from '../mapping/columns-read.js';
import { GroupMapper } from '../mapping/map-group.js';
import type { Mapping } from '../mapping/mapping.js';
import { lineFault, type ReportFault } from '../rules/fault-codes.js';
import { submissionFault } from '../rules/submission-faults.js';
import { documentBroken } from './document-broken.js';
import { LONGEST_RECORD, type Records, type SentRecord } from './sent-record.js';
import { utf8Text } from './utf-8-text.js';

interface Group {
  key: string;
  rows: CsvRecord[];
  length: number;
}

/** A department's own table: its first line names the columns, rows of one report stand together. */
export class CsvReports {
  header: string | null = null;
  unknownColumns: string[] = [];
  private readonly columns = new Map<string, number>();
  private readonly mapper: GroupMapper;
  private group: Group | null = null;

  constructor(private readonly mapping: Mapping) {
    this.mapper = new GroupMapper(mapping, (row, column) => this.cell(row, column));
  }

  /** @throws RuleBroken header-missing, document-… (400), missing-column (422) */
  async *read(source: AsyncIterable<Uint8Array>): Records {
    const splitter = new CsvSplitter();
    for await (const text of utf8Text(source)) yield this.take(pushed(splitter, text));
    yield [...this.take(splitter.end()), ...this.finish()];
    if (this.header === null) throw documentBroken('header-missing');
  }

  private take(records: readonly CsvRecord[]): SentRecord[] {
    const found: SentRecord[] = [];
    for (const record of records) {
      if (record.fault === 'unclosed-quote') throw documentBroken('document-cut-off', `after line ${record.line}`);
      if (this.header === null) {
        this.readHeader(record);
        continue;
      }
      const key = this.mapping.groupBy.map((column) => this.cell(record.cells, column).trim()).join('\u0001');
      if (this.group?.key !== key) {
        found.push(...this.finish());
        this.group = { key, rows: [], length: 0 };
      }
      this.group.length += record.text.length + 1;
      // Of a group without end no more is kept than the longest may be.
      if (this.group.length <= LONGEST_RECORD || this.group.rows.length === 0) this.group.rows.push(record);
    }
    return found;
  }

  private readHeader({ cells, text, fault }: CsvRecord): void {
    const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
    names.forEach((name, index) => this.columns.set(name, index));
    if (fault !== null || this.columns.size !== names.length || names.includes(''))
      throw documentBroken('header-missing');
    this.header = text.replace(/^\uFEFF/, '');
    const { needed, all } = columnsRead(this.mapping);
    const missing = needed.filter((column) => !this.columns.has(column));
    if (missing.length > 0) throw columnsMissing(missing);
    this.unknownColumns = names.filter((name) => !all.has(name)).slice(0, 200);
  }

  private finish(): SentRecord[] {
    const { group } = this;
    this.group = null;
    if (!group) return [];
    const { rows, length } = group;
    const place = rows[0]?.line ?? 1;
    if (length > LONGEST_RECORD)
      return [{ place, bytes: 0, text: null, said: { faults: [lineFault('line-too-long')] } }];
    const text = Buffer.from(rows.map((row) => row.text).join('\n'));
    const faults = rows.flatMap((row) => this.rowFaults(row));
    if (faults.length > 0) return [{ place, bytes: length, text, said: { faults } }];
    const mapped = this.mapper.map(rows.map(({ cells }) => cells));
    const said =
      mapped.faults.length > 0 ? { faults: mapped.faults } : { value: mapped.report, warnings: mapped.warnings };
    return [{ place, bytes: length, text, said }];
  }

  private rowFaults({ cells, fault }: CsvRecord): ReportFault[] {
    if (fault !== null) return [submissionFault('quotes-do-not-add-up', '')];
    return cells.length === this.columns.size ? [] : [submissionFault('cells-differ', '')];
  }

  private cell(row: readonly string[], column: string): string {
    const index = this.columns.get(column);
    return index === undefined ? '' : (row[index] ?? '');
  }
}

function pushed(splitter: CsvSplitter, text: string): CsvRecord[] {
  try {
    return splitter.push(text);
  } catch {
    throw documentBroken('document-malformed', 'a row does not end: look for a quotation mark that is not closed');
  }
}

function columnsMissing(columns: readonly string[]): RuleBroken {
  const faults = columns.map((column) => submissionFault('missing-column', '', { column }));
  const message = `The table lacks ${columns.length} of the columns that the mapping reads. Nothing of it was taken.`;
  return new RuleBroken('missing-column', message, 422, faults);
}
