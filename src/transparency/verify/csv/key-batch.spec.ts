import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demandedCharacter } from './demanded-character.js';
import { KeyBatch } from './key-batch.js';

describe('the character without which a pattern cannot match', () => {
  it.each([
    ['[0-9a-f]{8}-[0-9a-f]{4}', '-'],
    ['\\b[0-9]{4}-X', 'X'],
    ['badge \\d+', ' '],
    ['a-?', 'a'],
    ['a?', null],
    ['a{0,2}', null],
    ['a|b', null],
    ['(?:a-b)?', null],
    ['[a-]', null],
    ['\\d+', null],
  ])('%s: %s', (source, character) => {
    expect(demandedCharacter(source)).toBe(character);
  });
});

const sources = ['^ab$', 'a.b', 'a-b', '[^x]b', '(?<!a)b', 'b(?=a)', '\\bab\\b', '-', '^', 'a|-b', 'b$'];

describe('keys looked at together', () => {
  it('are told apart as if each were looked at alone', () => {
    let suspects = 0;
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'x', '-'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), fc.subarray(sources, { minLength: 1 }), (keys, chosen) => {
        const patterns = chosen.map((source) => new RegExp(source, 'u'));
        const told = new Map<number, string>();
        const batch = new KeyBatch(patterns, (text, line) => told.set(line, text));
        for (const [line, text] of keys.entries()) batch.add(Buffer.from(text), text.length, line, false);
        batch.flush();
        for (const [line, text] of keys.entries())
          if (patterns.some((pattern) => pattern.test(text))) {
            suspects++;
            expect(told.get(line)).toBe(text);
          }
      }),
      { numRuns: 500, seed: 20260307 },
    );
    expect(suspects).toBeGreaterThan(1000);
  });
});
