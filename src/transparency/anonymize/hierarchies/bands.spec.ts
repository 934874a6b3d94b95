import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, wordsUp } from '../../../../test/support/words-up.js';
import { assertNested } from '../hierarchy.js';
import { bands, type BandStep } from './bands.js';

describe('bands', () => {
  it.each([
    ['34', ['34', '30-34', '30-39', '20-39', '*']],
    ['0', ['0', '0-4', '0-9', '0-19', '*']],
    ['11', ['11', '<12', '<12', '<12', '*']],
    ['85', ['85', '85+', '85+', '85+', '*']],
    ['unknown', ['unknown', 'unknown', 'unknown', 'unknown', '*']],
  ])('age %s', (age, expected) => {
    const limits = age === '0' ? {} : { bottom: 12, top: 85 };
    expect(wordsUp(bands('age', [age], [5, 10, 20], limits))).toEqual(expected);
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
    expect(wordsUp(bands('age', [age], [[18, 25, 65], [18, 65], [65]]))).toEqual(expected);
  });

  it('read as what the bottom and the top leave of them', () => {
    const ages = ['11', '13', '14', '82', '83'];
    const found = bands('age', ages, [5, [30, 60]], { bottom: 13, top: 83 });
    expect(ages.map((_, base) => wordsUp(found, base).slice(1, 3))).toEqual([
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

  it('refuse a bottom that is not below the top', () => {
    expect(() => bands('age', ['40'], [5], { bottom: 80, top: 20 })).toThrow(
      'the bottom 80 of "age" is not below its top 20',
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
            for (const label of wordsUp(found, base).slice(1, -1)) expect(holds(label, Number(word))).toBe(true);
        },
      ),
      { numRuns: 300, seed: 20260425 },
    );
  });
});
