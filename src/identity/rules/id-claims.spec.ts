import { describe, expect, it } from '@jest/globals';
import { type IdClaims, isForUs, showsSecondFactor } from './id-claims.js';

const now = new Date('2026-11-02T12:00:00Z');
const seconds = now.getTime() / 1000;
const asked = { issuer: 'https://id.example', clientId: 'redress', now };
const claims: IdClaims = { iss: asked.issuer, sub: 'u-1', aud: 'redress', iat: seconds, exp: seconds + 300 };
const taken = (changed: object) => isForUs({ ...claims, ...changed }, asked);

describe('an ID token', () => {
  // ASVS 5.0: V10.5.3, V10.5.4
  it.each<object>([
    {},
    { aud: ['redress'] },
    { azp: 'redress' },
    { nbf: seconds },
    { nbf: seconds + 30 },
    { iat: seconds + 30 },
    { iat: seconds - 300 },
    { exp: seconds - 29 },
    { sub: 'u'.repeat(255) },
  ])('is for us: %j', (changed) => {
    expect(taken(changed)).toBe(true);
  });

  it.each<object>([
    { iss: 'https://id.example/' },
    { iss: 'https://other.example' },
    { sub: '' },
    { sub: 'u'.repeat(256) },
    { sub: ['u-1'] },
    { aud: 'other' },
    { aud: [] },
    { aud: ['redress', 'other'] },
    { aud: ['redress', 'redress'] },
    { azp: 'other' },
    { azp: null },
    { nbf: seconds + 31 },
    { nbf: '0' },
    { nbf: null },
    { iat: seconds + 31 },
    { iat: seconds - 301 },
    { exp: seconds - 30 },
  ])('is not: %.60j', (changed) => {
    expect(taken(changed)).toBe(false);
  });

  it.each([
    [['mfa'], true],
    [['pwd', 'mfa'], true],
    [['pwd'], false],
    [[], false],
    ['mfa', false],
    [undefined, false],
  ])('whose factors are %j shows a second one: %j', (amr, shown) => {
    expect(showsSecondFactor({ amr })).toBe(shown);
  });
});
