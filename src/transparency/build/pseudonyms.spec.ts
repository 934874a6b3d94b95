import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { Pseudonyms, pseudonymText } from './pseudonyms.js';

const of = (key: Buffer, column: string, value: string): string => {
  const words = new Int32Array(4);
  new Pseudonyms(key, column).write(value, words, 1);
  return pseudonymText(words[1]!, words[2]!);
};

describe('a pseudonym', () => {
  it('is the first 64 bits of HMAC-SHA-256 over column and value, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (bytes, value) => {
          const key = Buffer.from(bytes);
          const hmac = createHmac('sha256', key).update(`case\u0000${value}`).digest('hex');
          expect(of(key, 'case', value)).toBe(hmac.slice(0, 16));
        },
      ),
    );
  });

  it('tells nothing in another column, nor under another key', () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(new Set([of(one, 'case', 'x'), of(one, 'officer', 'x'), of(other, 'case', 'x')]).size).toBe(3);
  });
});
