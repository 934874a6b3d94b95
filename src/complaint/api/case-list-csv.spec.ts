import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLines } from './case-list.csv.js';

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", ' ', 'a', '1', '\u00e9'),
  }),
);
const FORMULA = /^[=+\-@\t\r]/;

describe('the lines of a CSV file', () => {
  it('are read by another program as the cells that were written, none of them a formula', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(nasty, { maxLength: 40 }), (width, cells) => {
        const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, at) =>
          cells.slice(at * width, (at + 1) * width),
        );
        const read: string[][] = parse(csvLines(rows), { relax_column_count: false });
        expect(read.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
        const written = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
        // A width that is not ASCII is a formula to some programs too: it may have an apostrophe more.
        expect(
          read.map((row, at) =>
            row.map(
              (cell, column) =>
                [cell, `'${written[at]![column]!}`].includes(cell) &&
                cell.replace(/^'(?=[\uFF0B\uFF0D\uFF1D\uFF20])/u, ''),
            ),
          ),
        ).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['a"b', '"a""b"'],
    ['', '""'],
  ])('of %j are %s', (cell, line) => {
    expect(csvLines([[cell]])).toBe(`${line}\r\n`);
  });

  it('would be caught with a formula in them (planted)', () => {
    const planted = parse('"=1+1"\r\n');
    expect(planted.flat().filter((cell: string) => FORMULA.test(cell))).toEqual(['=1+1']);
  });
});
