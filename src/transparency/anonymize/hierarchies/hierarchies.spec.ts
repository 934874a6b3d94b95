import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertNested } from '../hierarchy.js';
import type { Hierarchy } from '../index.js';
import { bands, type BandStep } from './bands.js';
import { dates } from './dates.js';
import { groups } from './groups.js';
import { intervals } from './intervals.js';
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

  it.each([
    ['17', ['17', '<18', '<18', '<65', '*']],
    ['18', ['18', '18-24', '18-64', '<65', '*']],
    ['64', ['64', '25-64', '18-64', '<65', '*']],
    ['70', ['70', '65+', '65+', '65+', '*']],
  ])('cut at the ages that matter: %s', (age, expected) => {
    expect(path(bands('age', [age], [[18, 25, 65], [18, 65], [65]]))).toEqual(expected);
  });

  it('read as what the bottom and the top leave of them', () => {
    const ages = ['11', '13', '14', '82', '83'];
    const found = bands('age', ages, [5, [30, 60]], { bottom: 13, top: 83 });
    expect(ages.map((_, base) => path(found, base).slice(1, 3))).toEqual([
      ['<13', '<13'],
      ['13-14', '13-29'],
      ['13-14', '13-29'],
      ['80-82', '60-82'],
      ['83+', '83+'],
    ]);
  });

  it.each<[string, readonly BandStep[], string, string]>([
    [
      'widths that cut across each other',
      [10, 15],
      'hierarchy-not-nested',
      'level 2 cuts at 15, inside a band of level 1',
    ],
    ['a cut inside a width', [10, [18, 65]], 'hierarchy-not-nested', 'level 2 cuts at 18'],
    ['a cut that the finer level has not', [[18, 65], [21]], 'hierarchy-not-nested', 'level 2 cuts at 21'],
    [
      'widths over cuts, which end',
      [[10, 20], 10],
      'hierarchy-not-nested',
      'level 2 has bands of width 10 without end',
    ],
    ['cuts that fall', [[65, 18]], 'problem-malformed', 'level 1 of "age"'],
    ['a width of nothing', [0], 'problem-malformed', 'level 1 of "age"'],
  ])('refuse %s, whatever the values', (_, steps, code, message) => {
    expect(() => bands('age', ['40'], steps)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  it('are nested and hold their value, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 120 }), { minLength: 1, maxLength: 40 }),
        fc.uniqueArray(fc.integer({ min: -10, max: 110 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 2, max: 4 }),
        fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
        (values, cuts, every, bottom) => {
          const rising = cuts.sort((a, b) => a - b);
          const steps = [rising, rising.filter((_, at) => at % every === 0)];
          const words = [...new Set(values)].map(String);
          const found = bands('n', words, steps, bottom === undefined ? { top: 90 } : { bottom, top: 90 });
          assertNested('n', found);
          for (const [base, word] of words.entries())
            for (const label of path(found, base).slice(1, -1)) expect(holds(label, Number(word))).toBe(true);
        },
      ),
      { numRuns: 300, seed: 20260425 },
    );
  });
});

/** Whether a band's word, as a reader takes it, holds the number. */
function holds(label: string, value: number): boolean {
  const number = '(-?[\\d.]+(?:e[-+]?\\d+)?)';
  const [, below] = new RegExp(`^<${number}$`).exec(label) ?? [];
  const [, from] = new RegExp(`^${number}\\+$`).exec(label) ?? [];
  const [, first, last] = new RegExp(`^${number}-${number}$`).exec(label) ?? [];
  const [, least, limit] = new RegExp(`^${number} to <${number}$`).exec(label) ?? [];
  if (below !== undefined) return value < Number(below);
  if (from !== undefined) return value >= Number(from);
  if (last !== undefined) return value >= Number(first) && value <= Number(last);
  if (limit !== undefined) return value >= Number(least) && value < Number(limit);
  return value === Number(label);
}

describe('intervals', () => {
  const amounts = ['0', '10', '20', '30', '40', '50', '60', '70', 'unknown'];
  it('hold as many rows each, and those above them two or more whole', () => {
    const found = intervals('amount', amounts, [4, 2]);
    expect(amounts.map((_, base) => path(found, base).slice(1).join(' '))).toEqual([
      '<20 <40 *',
      '<20 <40 *',
      '20 to <40 <40 *',
      '20 to <40 <40 *',
      '40 to <60 40+ *',
      '40 to <60 40+ *',
      '60+ 40+ *',
      '60+ 40+ *',
      'unknown unknown *',
    ]);
  });

  it('count rows, not words', () => {
    const found = intervals('amount', ['1', '2', '3'], [2], { rows: [8, 1, 1] });
    expect(path(found, 0)[1]).toBe('<2');
    expect(path(found, 1)[1]).toBe('2+');
  });

  it('round their cuts, and join those that fall together', () => {
    const found = intervals('amount', ['1', '2', '3', '98', '99', '100'], [6, 3], { roundTo: 50 });
    expect(found.levels[1]!.labels).toEqual(['0 to <100', '100+']);
  });

  it.each<[string, readonly number[], string]>([
    ['thirds over quarters', [4, 3], 'the 3 intervals of level 2 cut inside the 4 of level 1'],
    ['the same again', [4, 4], 'the 4 intervals of level 2'],
    ['a single interval', [1], 'at least 2 intervals'],
  ])('refuse %s', (_, parts, message) => {
    expect(() => intervals('amount', amounts, parts)).toThrow(message);
  });

  it('refuse a word that is not a number', () => {
    expect(() => intervals('amount', ['much'], [2])).toThrow('"much" in "amount" is not a number');
  });

  it('are nested and hold their value, whatever the numbers and the rounding', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -9, max: 9, noNaN: true })), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom([2], [4, 2], [12, 6, 3], [8, 4, 2]),
        fc.constantFrom(undefined, 0.1, 5),
        (numbers, parts, roundTo) => {
          const words = [...new Set(numbers.map(String))];
          const found = intervals('n', words, parts, roundTo === undefined ? {} : { roundTo });
          assertNested('n', found);
          for (const [base, word] of words.entries())
            for (const label of path(found, base).slice(1, -1)) expect(holds(label, Number(word))).toBe(true);
        },
      ),
      { numRuns: 400, seed: 20260426 },
    );
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
