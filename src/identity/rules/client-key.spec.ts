import { describe, expect, it } from '@jest/globals';
import { algorithmsOf, readClientKey } from './client-key.js';

const ec = { kty: 'EC', crv: 'P-256', x: 'eA_-9', y: 'eQ' } as const;
const okp = { kty: 'OKP', crv: 'Ed25519', x: 'eA' } as const;
const rsa = { kty: 'RSA', n: 'n'.repeat(342), e: 'AQAB' } as const;
const refusal = (sent: object): string => {
  const read = readClientKey(sent as Record<string, unknown>);
  return 'refused' in read ? read.refused : 'taken';
};

describe('the public key of a client', () => {
  it.each([
    [ec, ['ES256']],
    [okp, ['EdDSA', 'Ed25519']],
    [rsa, ['PS256', 'RS256']],
  ] as const)('is kept with what it has to have and nothing else, and signs in its own way: %j', (sent, algorithms) => {
    const read = readClientKey({ ...sent, kid: 'mine', use: 'sig', alg: 'none' });
    expect(read).toEqual(sent);
    expect(algorithmsOf(sent)).toEqual(algorithms);
  });

  it.each([{}, { kty: 'oct', k: 'secret' }, { ...ec, kty: 'ec' }, { ...ec, kty: undefined }])(
    'is of a kind that is known, not %j',
    (sent) => {
      expect(refusal(sent)).toBe('It must be a JSON Web Key on P-256 or Ed25519, or an RSA key of 2048 bits or more.');
    },
  );

  it.each(['d', 'p', 'q', 'k'])('comes without its private half: %s', (name) => {
    for (const sent of [ec, okp, rsa])
      expect(refusal({ ...sent, [name]: 'AA' })).toBe(
        'This is a private key: make another pair, and send its public key alone.',
      );
  });

  it.each([
    [{ ...ec, crv: 'P-384' }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, crv: undefined }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, y: undefined }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, x: 7 }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, x: '' }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, x: 'a+b' }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, x: '=ab' }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...ec, x: 'ab=' }, 'A key of the kind EC has x and y on P-256.'],
    [{ ...okp, crv: 'P-256' }, 'A key of the kind OKP has x on Ed25519.'],
    [{ ...rsa, crv: 'P-256' }, 'A key of the kind RSA has n and e.'],
    [{ ...rsa, e: undefined }, 'A key of the kind RSA has n and e.'],
    [{ ...rsa, n: 'n'.repeat(341) }, 'An RSA key has 2048 bits or more.'],
    [{ ...ec, n: 'n' }, 'taken'],
    [{ ...rsa, n: 'n'.repeat(343) }, 'taken'],
  ])('is whole: %.60j: %s', (sent, said) => {
    expect(refusal(sent)).toBe(said);
  });
});
