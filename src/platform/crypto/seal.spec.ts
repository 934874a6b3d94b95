import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { type Place, seal, SealBroken, unseal } from './seal.js';

const key = randomBytes(32);
const place: Place = { jurisdictionId: 'j', table: 'complaint', column: 'narrative_cipher', rowId: 'r' };
const text = Buffer.from('They took my phone at the corner of Third and Main.');

describe('a sealed value', () => {
  // ASVS 5.0: V11.3.1, V11.3.2
  it('opens where it was sealed, whatever it says', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const plain = Buffer.from(bytes);
        expect(unseal(key, place, seal(key, place, plain)).equals(plain)).toBe(true);
      }),
    );
  });

  it.each<[string, Place]>([
    ['jurisdiction', { ...place, jurisdictionId: 'k' }],
    ['table', { ...place, table: 'complaint_person' }],
    ['column', { ...place, column: 'place_cipher' }],
    ['row', { ...place, rowId: 's' }],
  ])('does not open in another %s', (_, elsewhere) => {
    expect(() => unseal(key, elsewhere, seal(key, place, text))).toThrow(SealBroken);
  });

  it('does not open where the same letters name another place', () => {
    const sealed = seal(key, { ...place, jurisdictionId: 'ab', table: 'c' }, text);
    expect(() => unseal(key, { ...place, jurisdictionId: 'a', table: 'bc' }, sealed)).toThrow(SealBroken);
  });

  it('does not open under another key', () => {
    expect(() => unseal(randomBytes(32), place, seal(key, place, text))).toThrow(SealBroken);
    expect(new SealBroken().message).toMatch(/does not open here: it was altered, moved, or sealed under another key/);
  });

  // ASVS 5.0: V11.3.3
  it('does not open with any one bit flipped, or cut short anywhere', () => {
    const sealed = seal(key, place, text);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(key, place, altered)).toThrow(SealBroken);
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, place, sealed.subarray(0, length))).toThrow(SealBroken);
    }
  });

  // ASVS 5.0: V11.3.4
  it('never looks the same twice, nor shows its text', () => {
    const sealed = Array.from({ length: 1000 }, () => seal(key, place, text).toString('hex'));
    expect(new Set(sealed.map((each) => each.slice(2, 26))).size).toBe(1000);
    expect(sealed.filter((each) => each.includes(text.toString('hex')))).toEqual([]);
  });
});
