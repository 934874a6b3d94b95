import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holds, wordsUp } from '../../../../test/support/words-up.js';
import { assertNested } from '../hierarchy.js';
import { intervals } from './intervals.js';

describe('intervals', () => {
  const amounts = ['0', '10', '20', '30', '40', '50', '60', '70', 'unknown'];
  it('hold as many rows each, and those above them two or more whole', () => {
    const found = intervals('amount', amounts, [4, 2]);
    expect(amounts.map((_, base) => wordsUp(found, base).slice(1).join(' '))).toEqual([
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
    expect(wordsUp(found, 0)[1]).toBe('<2');
    expect(wordsUp(found, 1)[1]).toBe('2+');
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
            for (const label of wordsUp(found, base).slice(1, -1)) expect(holds(label, Number(word))).toBe(true);
        },
      ),
      { numRuns: 400, seed: 20260426 },
    );
  });
});
