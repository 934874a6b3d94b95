import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellsOf, CsvSplitter } from './csv-splitter.js';

function split(pieces: string[]) {
  const splitter = new CsvSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

const cells = (...pieces: string[]) => split(pieces).map((record) => record.cells);

describe('a CSV record', () => {
  it.each([
    ['has its cells between commas', 'a,b,c\n', [['a', 'b', 'c']]],
    ['may end with the file instead of the line', 'a,b', [['a', 'b']]],
    ['may end in CR LF', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['may begin and end with empty cells', ',a,\n,,', [['', 'a', ''], ['', '', '']]], // prettier-ignore
    ['may hold commas and line ends between quotes', '"a,b","c\nd"\r\ne,f\n', [['a,b', 'c\nd'], ['e', 'f']]], // prettier-ignore
    ['writes a quote twice between quotes', '"say ""yes""",""\n', [['say "yes"', '']]],
    ['may hold a quote that does not open the cell', 'a"b,c\n', [['a"b', 'c']]],
    ['is not an empty line', 'a,b\n\n\r\nc,d\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
  ])('%s', (_what, text, records) => {
    expect(cells(text)).toEqual(records);
    expect(cells(...text)).toEqual(records);
  });

  it('knows the line where it begins, whatever the quoted cells before it hold', () => {
    const records = split(['a\n"b\n', 'c\n', 'd",e\n', 'f\r\n\n"g', '"\nh']);
    expect(records.map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [2, 'b\nc\nd'],
      [5, 'f'],
      [7, 'g'],
      [8, 'h'],
    ]);
  });

  it('keeps its own text, from which its cells can be read again', () => {
    for (const record of split(['a,"b,c"\n"d\ne",f\r\n,"""",\n'])) expect(cellsOf(record.text)).toEqual(record.cells);
  });

  it('says when a quoted cell goes on after its closing quote', () => {
    expect(split(['"a"b,c\nd,e\n']).map(({ fault }) => fault)).toEqual(['stray-quote', null]);
  });

  it('says when a quote is never closed', () => {
    expect(split(['a,b\n"c,d\ne,f\n']).map(({ fault }) => fault)).toEqual([null, 'unclosed-quote']);
  });

  it('is not believed when it is longer than a mebibyte', () => {
    const splitter = new CsvSplitter();
    splitter.push('a,b\n"c');
    expect(() => splitter.push('x\n'.repeat(600_000))).toThrow('The record on line 2 does not end');
  });
});

it('is split as the general parser splits it, wherever the text is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ä', ' ', ',', '"', '\n', '\r', '\r\n', '💶'), maxLength: 6 });
  const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const cuts = fc.array(fc.nat({ max: 80 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, cuts, fc.constantFrom('\n', '\r\n'), (rows, positions, lineEnd) => {
      const text = rows.map((row) => row.map(([value, quoted]) => written(value, quoted)).join(',')).join(lineEnd);
      const ordered = [0, ...positions.sort((one, other) => one - other), text.length];
      const pieces = ordered.slice(1).map((end, at) => text.slice(ordered[at], end));
      const general: string[][] = parse(text, {
        recordDelimiter: ['\r\n', '\n'],
        relaxColumnCount: true,
        skipEmptyLines: true,
      });
      expect(cells(...pieces)).toEqual(general);
    }),
    { numRuns: 2_000 },
  );
});

function written(value: string, quoted: boolean): string {
  return quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
