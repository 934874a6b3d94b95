import type { Mapping } from '../mapping/mapping.js';
import type { SubmissionFormat } from '../records/submission.store.js';
import { CsvReports } from './csv-reports.js';
import { readJsonLines } from './read-json-lines.js';
import { readJsonList } from './read-json-list.js';
import { readXml } from './read-xml.js';
import type { Records } from './sent-record.js';

export interface ReadRecords {
  records: Records;
  /** Once read: a table's own first line, and those of its columns that the mapping does not read */
  header(): string | null;
  unknownColumns(): string[];
}

/** The records of a submission. A table is read by its mapping, which must be given. */
export function readRecords(
  format: SubmissionFormat,
  source: AsyncIterable<Uint8Array>,
  mapping: Mapping | null,
): ReadRecords {
  const noTable = { header: () => null, unknownColumns: () => [] };
  if (format === 'json') return { records: readJsonList(source), ...noTable };
  if (format === 'xml') return { records: readXml(source), ...noTable };
  if (format === 'csv' && mapping) {
    const table = new CsvReports(mapping);
    return {
      records: table.read(source),
      header: () => table.header,
      unknownColumns: () => table.unknownColumns,
    };
  }
  return { records: readJsonLines(source), ...noTable };
}
