import { describe, expect, it } from '@jest/globals';
import { wordsUp } from '../../../../test/support/words-up.js';
import { dates } from './dates.js';
import { groups } from './groups.js';
import { table } from './table.js';

describe('dates', () => {
  const steps = ['month', 'quarter', 'half', 'year', { years: 5 }, { years: 10 }] as const;
  it.each([
    ['2018-03-07', ['2018-03-07', '2018-03', '2018-Q1', '2018-H1', '2018', '2015-2019', '2010-2019', '*']],
    ['2018-12-31', ['2018-12-31', '2018-12', '2018-Q4', '2018-H2', '2018', '2015-2019', '2010-2019', '*']],
    ['2020-07', ['2020-07', '2020-07', '2020-Q3', '2020-H2', '2020', '2020-2024', '2020-2029', '*']],
    ['1999', ['1999', '1999-unknown', '1999-unknown', '1999-unknown', '1999', '1995-1999', '1990-1999', '*']],
    ['unknown', ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', '*']],
  ])('%s', (day, expected) => {
    expect(wordsUp(dates('date', [day], steps))).toEqual(expected);
  });

  it('refuses spans that cut across each other', () => {
    expect(() => dates('date', ['2013', '2014', '2015'], [{ years: 2 }, { years: 5 }])).toThrow('not nested');
  });

  it('refuses a word that is not a date', () => {
    expect(() => dates('date', ['03/07/2018'], ['year'])).toThrow('is not a date');
  });
});

describe('groups', () => {
  const district = new Map([
    ['0421', '04'],
    ['0422', '04'],
    ['1011', '10'],
  ]);
  const area = new Map([
    ['04', 'south'],
    ['10', 'west'],
  ]);
  it('climbs beat, district, area, city', () => {
    expect(wordsUp(groups('beat', ['0421', '1011'], [district, area]), 1)).toEqual(['1011', '10', 'west', '*']);
  });

  it('keeps unknown apart until the top', () => {
    expect(wordsUp(groups('beat', ['unknown'], [district, area]))).toEqual(['unknown', 'unknown', 'unknown', '*']);
  });

  it('refuses a beat without a district', () => {
    expect(() => groups('beat', ['9999'], [district])).toThrow('no group for "9999"');
  });
});

describe('tables', () => {
  it('reads levels from left to right and adds the top when it is missing', () => {
    expect(wordsUp(table('sex', [['Male'], ['Female']]), 1)).toEqual(['Female', '*']);
  });

  it('refuses a short line', () => {
    expect(() => table('sex', [['Male', '*'], ['Female']])).toThrow('line 2');
  });

  it('refuses a value that is listed twice', () => {
    expect(() =>
      table('sex', [
        ['Male', '*'],
        ['Male', '*'],
      ]),
    ).toThrow('twice');
  });
});
