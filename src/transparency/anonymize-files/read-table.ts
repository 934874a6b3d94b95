import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A text table: its header and its lines, every line as long as the header. */
export interface TextTable {
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** Reads separated values, gzipped when the name ends in `.gz`; the separator is what the first line holds more of. */
export function readLines(path: string): string[][] {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const first = text.subarray(0, text.indexOf('\n') + 1 || text.length).toString();
  const delimiter = first.split(';').length >= first.split(',').length ? ';' : ',';
  return parse(text, { delimiter, bom: true, skip_empty_lines: true });
}

export function readTable(path: string): TextTable {
  const [header = [], ...lines] = readLines(path);
  return { header, lines };
}
