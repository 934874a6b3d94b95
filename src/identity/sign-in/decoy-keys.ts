import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { algorithmsOf, type ClientKey } from '../rules/client-key.js';

/** Public keys to which nobody has the private half: it was thrown away as they were drawn. One of each kind. */
const CURVE = curveKey();
const DECOYS: readonly ClientKey[] = [CURVE, edwardsKey(), { kty: 'RSA', n: modulus(), e: 'AQAB' }];

/** The decoy that signatures of this algorithm are held to; the first one's for an algorithm that none signs by. */
export function decoyFor(algorithm: string): ClientKey {
  return DECOYS.find((key) => algorithmsOf(key).includes(algorithm)) ?? CURVE;
}

/** A key on P-256 in COSE (RFC 9053 §7.1), as passkeys have theirs. */
export function decoyPasskey(): Buffer {
  const { x = '', y = '' } = curveKey();
  const part = (label: number, coordinate: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(coordinate, 'base64url')]);
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), part(0x21, x), part(0x22, y)]);
}

function curveKey(): ClientKey {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y };
}

function edwardsKey(): ClientKey {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x };
}

/** 2048 bits, odd: a product of primes would cost a third of a second at each start, and is not needed to refuse by. */
function modulus(): string {
  const bytes = randomBytes(256);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  bytes[255] = (bytes[255] ?? 0) | 1;
  return bytes.toString('base64url');
}
