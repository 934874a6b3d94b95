import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_NUMBER_BYTES, caseNumberOf, readCaseNumber } from './case-number.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = fc.uint8Array({ minLength: CASE_NUMBER_BYTES, maxLength: CASE_NUMBER_BYTES });
const year = fc.integer({ min: 1960, max: 2199 });
const drawn = fc.tuple(year, random).map(([inYear, bytes]) => caseNumberOf(inYear, bytes));
const position = fc.nat(13);

describe('a case number', () => {
  it('begins with the year and is read back in any case and grouping', () => {
    fc.assert(
      fc.property(year, random, (inYear, bytes) => {
        const shown = caseNumberOf(inYear, bytes);
        expect(shown).toMatch(new RegExp(`^${inYear}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$`));
        expect(readCaseNumber(shown)).toBe(shown);
        expect(readCaseNumber(` ${shown.replaceAll('-', '').toLowerCase()} `)).toBe(shown);
        expect(readCaseNumber(shown.replaceAll('0', 'o').replaceAll('1', 'L'))).toBe(shown);
      }),
    );
  });

  it('is refused when any one character was mistaken, in the year and in the check too', () => {
    fc.assert(
      fc.property(drawn, position, fc.integer({ min: 1, max: 31 }), (shown, at, by) => {
        const code = shown.replaceAll('-', '');
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + by) % 32);
        expect(readCaseNumber(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('is refused when any two different characters were swapped', () => {
    fc.assert(
      fc.property(drawn, position, position, (shown, one, other) => {
        const letters = [...shown.replaceAll('-', '')];
        fc.pre(letters[one] !== letters[other]);
        [letters[one], letters[other]] = [letters[other]!, letters[one]!];
        expect(readCaseNumber(letters.join(''))).toBeNull();
      }),
    );
  });

  it('uses all of its 40 bits', () => {
    const zero = caseNumberOf(2026, new Uint8Array(CASE_NUMBER_BYTES));
    const others = Array.from({ length: 40 }, (_, bit) => {
      const bytes = new Uint8Array(CASE_NUMBER_BYTES);
      bytes[bit >> 3] = 0x80 >> (bit & 7);
      return caseNumberOf(2026, bytes);
    });
    expect(new Set([zero, ...others]).size).toBe(41);
  });

  it.each(['', '2026', '2026-AAAA-AAAA-AA', 'C123456', "2026-7KQ4-M2XJ-'R"])('is not %j', (typed) => {
    expect(readCaseNumber(typed)).toBeNull();
  });
});
