import { describe, expect, it } from '@jest/globals';
import type { Hierarchy } from '../index.js';
import { bands } from './bands.js';
import { dates } from './dates.js';
import { groups } from './groups.js';
import { table } from './table.js';

const path = ({ levels }: Hierarchy, base = 0): string[] => levels.map(({ codes, labels }) => labels[codes[base]!]!);

describe('dates', () => {
  const steps = ['month', 'quarter', 'half', 'year', { years: 5 }, { years: 10 }] as const;
  it.each([
    ['2018-03-07', ['2018-03-07', '2018-03', '2018-Q1', '2018-H1', '2018', '2015-2019', '2010-2019', '*']],
    ['2018-12-31', ['2018-12-31', '2018-12', '2018-Q4', '2018-H2', '2018', '2015-2019', '2010-2019', '*']],
    ['2020-07', ['2020-07', '2020-07', '2020-Q3', '2020-H2', '2020', '2020-2024', '2020-2029', '*']],
    ['1999', ['1999', '1999-unknown', '1999-unknown', '1999-unknown', '1999', '1995-1999', '1990-1999', '*']],
    ['unknown', ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', '*']],
  ])('%s', (day, expected) => {
    expect(path(dates('date', [day], steps))).toEqual(expected);
  });

  it('refuses spans that cut across each other', () => {
    expect(() => dates('date', ['2013', '2014', '2015'], [{ years: 2 }, { years: 5 }])).toThrow('not nested');
  });

  it('refuses a word that is not a date', () => {
    expect(() => dates('date', ['03/07/2018'], ['year'])).toThrow('is not a date');
  });
});

describe('bands', () => {
  it.each([
    ['34', ['34', '30-34', '30-39', '20-39', '*']],
    ['0', ['0', '0-4', '0-9', '0-19', '*']],
    ['11', ['11', '<12', '<12', '<12', '*']],
    ['85', ['85', '85+', '85+', '85+', '*']],
    ['unknown', ['unknown', 'unknown', 'unknown', 'unknown', '*']],
  ])('age %s', (age, expected) => {
    const limits = age === '0' ? {} : { bottom: 12, top: 85 };
    expect(path(bands('age', [age], [5, 10, 20], limits))).toEqual(expected);
  });

  it.each(['', '3.5', 'forty'])('refuses "%s"', (age) => {
    expect(() => bands('age', [age], [5])).toThrow('is not a whole number');
  });

  it('refuses bands that cut across each other', () => {
    expect(() => bands('age', ['14', '15'], [10, 15])).toThrow('not nested');
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
    expect(path(groups('beat', ['0421', '1011'], [district, area]), 1)).toEqual(['1011', '10', 'west', '*']);
  });

  it('keeps unknown apart until the top', () => {
    expect(path(groups('beat', ['unknown'], [district, area]))).toEqual(['unknown', 'unknown', 'unknown', '*']);
  });

  it('refuses a beat without a district', () => {
    expect(() => groups('beat', ['9999'], [district])).toThrow('no group for "9999"');
  });
});

describe('tables', () => {
  it('reads levels from left to right and adds the top when it is missing', () => {
    expect(path(table('sex', [['Male'], ['Female']]), 1)).toEqual(['Female', '*']);
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
