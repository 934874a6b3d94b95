import { describe, expect, it } from '@jest/globals';
import { claimsIn, claimsOf } from '../support/asvs/find-claims.js';
import { REQUIREMENTS } from '../support/asvs/requirements.js';

const unknown = (ids: readonly string[]): string[] => ids.filter((id) => !Object.hasOwn(REQUIREMENTS, id));

describe('the requirements of the OWASP ASVS 5.0', () => {
  const claims = claimsOf();

  it('that tests name are ones that we know in words, each above a test', () => {
    expect(unknown(claims.map(({ id }) => id))).toEqual([]);
    expect(claims.filter(({ test }) => test === '')).toEqual([]);
  });

  it('that we know in words are each named by a test', () => {
    const named = new Set(claims.map(({ id }) => id));
    expect(Object.keys(REQUIREMENTS).filter((id) => !named.has(id))).toEqual([]);
  });

  it('are found out when there is no such one (planted)', () => {
    const planted = claimsIn('planted.spec.ts', `  // ASVS 5.0: V1.2.4, V99.9.9\n  it('does something', () => {`);
    expect(planted.map(({ id, test }) => [id, test])).toEqual([
      ['V1.2.4', 'does something'],
      ['V99.9.9', 'does something'],
    ]);
    expect(unknown(planted.map(({ id }) => id))).toEqual(['V99.9.9']);
  });
});
