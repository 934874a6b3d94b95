import { CsvError, parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CaseRefused } from './case-refused.js';

/** A text table: its header and its lines, every line as long as the header. */
export interface TextTable {
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

const SEPARATORS = [';', ',', '\t'] as const;
const GZIP_MAGIC = 0x1f8b;

/**
 * Reads separated values, plain or gzipped, with or without byte order mark, lines ended either way. The separator is the
 * one of `;` `,` tab that the first line holds most of outside quotes.
 * @throws CaseRefused `case-file-missing`, `case-file-malformed`
 */
export function readLines(path: string): string[][] {
  const text = readText(path);
  const end = text.indexOf('\n');
  const first = text
    .subarray(0, end < 0 ? text.length : end)
    .toString()
    .replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string): number => first.split(separator).length;
  const delimiter = SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError)
      throw new CaseRefused('case-file-malformed', `${path} cannot be read: ${error.message}.`);
    throw error;
  }
}

export function readTable(path: string): TextTable {
  const [header = [], ...lines] = readLines(path);
  const twice = header.find((name, at) => header.indexOf(name) < at);
  if (twice !== undefined) throw new CaseRefused('case-file-malformed', `${path} has two columns "${twice}".`);
  return { header, lines };
}

function readText(path: string): Buffer {
  try {
    const bytes = readFileSync(path);
    return bytes.length > 1 && bytes.readUInt16BE(0) === GZIP_MAGIC ? gunzipSync(bytes) : bytes;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CaseRefused('case-file-missing', `${path} cannot be read (${reason}).`);
  }
}
