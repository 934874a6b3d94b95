import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvMalformed, CsvScanner, hashOf } from './csv-scanner.js';

/** Reads a text in pieces of the given sizes, over and over. */
function scan(text: string, sizes: readonly number[] = [7]): string[][] {
  const rows: string[][] = [];
  const scanner = new CsvScanner(','.charCodeAt(0), ({ bytes, starts, ends, hashes, cells }) => {
    rows.push(
      Array.from({ length: cells }, (_, at) => {
        expect(hashes[at]).toBe(hashOf(bytes, starts[at]!, ends[at]!));
        return Buffer.from(bytes.subarray(starts[at], ends[at])).toString();
      }),
    );
  });
  const bytes = Buffer.from(text);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '€'), maxLength: 5 });
const quoted = (text: string, always: boolean): string =>
  always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('a CSV file read in pieces', () => {
  it('reads as another reader reads it, wherever the pieces end', () => {
    let records = 0;
    const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, sizes, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, pieces, newline, open) => {
        const lines = rows.map((cells) => cells.map(([text, always]) => quoted(text, always)).join(','));
        const text = lines.join(newline) + (open || lines.length === 0 ? '' : newline);
        const read: string[][] = parse(text, {
          relax_column_count: true,
          record_delimiter: newline,
          skip_empty_lines: false,
        });
        records += read.length;
        expect(scan(text, pieces)).toEqual(read);
      }),
      { numRuns: 1500, seed: 20260306 },
    );
    expect(records).toBeGreaterThan(3000);
  });

  it('reads more cells than any of our files has', () => {
    const row = Array.from({ length: 500 }, (_, i) => `c${i}`);
    expect(scan(`${row.join(',')}\nx\n`, [100])).toEqual([row, ['x']]);
  });

  it.each([
    ['a quote that never closes', 'a,"b\nc,d\n', 'a quote never closes (record 1)'],
    ['a quote within a cell', 'a\nb"c\n', 'a quote stands within an unquoted cell (record 2)'],
    ['something after the closing quote', 'a,"b"c\n', 'a cell goes on after its closing quote (record 1)'],
    ['a lone carriage return after it', 'a,"b"\rc\n', 'a cell goes on after its closing quote (record 1)'],
  ])('refuses %s, and says which record', (_, text, message) => {
    for (const size of [1, 2, 3, 100]) expect(() => scan(text, [size])).toThrow(new CsvMalformed(message));
  });

  it('refuses a record that would take the file into memory', () => {
    expect(() => scan(`"${'x'.repeat(2 ** 21)}`, [2 ** 18])).toThrow('longer than 1 MiB');
  });
});
