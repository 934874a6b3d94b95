import { describe, expect, it } from '@jest/globals';
import { csvLine, safeCell } from './csv-line.js';

describe('a line of CSV', () => {
  it('quotes what would break it, and nothing else', () => {
    expect(csvLine(['plain', 'a, b', 'say "no"', 'two\nlines', ''])).toBe('plain,"a, b","say ""no""","two\nlines",\n');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx'])('is not a formula to a spreadsheet: %j', (cell) => {
    expect(safeCell(cell)).toBe(`'${cell}`);
  });

  it('leaves ordinary words alone', () => {
    expect(['2015-2019', '*', 'unknown', 'a=b'].map(safeCell)).toEqual(['2015-2019', '*', 'unknown', 'a=b']);
  });
});
