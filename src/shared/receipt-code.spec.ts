import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CODE_BYTES, readReceiptCode, receiptCodeOf } from './receipt-code.js';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

describe('a receipt code', () => {
  it('is read back from what was shown, in any case and grouping', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const shown = receiptCodeOf(random);
        expect(shown).toHaveLength(30);
        const plain = shown.replaceAll('-', '');
        expect(readReceiptCode(shown)).toBe(plain);
        expect(readReceiptCode(` ${plain.toLowerCase()} `)).toBe(plain);
      }),
    );
  });

  it('takes O for 0 and I or L for 1, as people copy them', () => {
    const shown = receiptCodeOf(new Uint8Array(CODE_BYTES).fill(0x08));
    expect(readReceiptCode(shown.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(shown.replaceAll('-', ''));
  });

  it('is refused when any one character was mistaken', () => {
    fc.assert(
      fc.property(bytes, fc.nat(25), fc.integer({ min: 1, max: 31 }), (random, at, by) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = receiptCodeOf(random).replaceAll('-', '');
        const wrong = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 32);
        expect(readReceiptCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('uses all 130 bits: two codes that differ in one bit differ', () => {
    for (let bit = 0; bit < 130; bit++) {
      const one = new Uint8Array(CODE_BYTES);
      one[bit >> 3] = 0x80 >> (bit & 7);
      expect(receiptCodeOf(one)).not.toBe(receiptCodeOf(new Uint8Array(CODE_BYTES)));
    }
  });
});
