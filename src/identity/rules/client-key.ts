/** A public key as it is kept (RFC 7517): what is needed to check a signature, and nothing else. */
export interface ClientKey {
  kty: 'EC' | 'RSA' | 'OKP';
  crv?: string;
  x?: string;
  y?: string;
  n?: string;
  e?: string;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** 2048 bits in base64url */
const SHORTEST_MODULUS = 342;

/** Which members a key of a kind has, and by which algorithms it signs. */
const KINDS = {
  EC: { members: ['x', 'y'], curve: 'P-256', algorithms: ['ES256'] },
  OKP: { members: ['x'], curve: 'Ed25519', algorithms: ['EdDSA', 'Ed25519'] },
  RSA: { members: ['n', 'e'], curve: undefined, algorithms: ['PS256', 'RS256'] },
} as const;

/** The public key in what was sent, or why it is none. A private one is refused: it is known to two by now. */
export function readClientKey(sent: Readonly<Record<string, unknown>>): ClientKey | { refused: string } {
  const kty = (['EC', 'OKP', 'RSA'] as const).find((kind) => kind === sent['kty']);
  if (!kty) return { refused: 'It must be a JSON Web Key on P-256 or Ed25519, or an RSA key of 2048 bits or more.' };
  if (['d', 'p', 'q', 'k'].some((name) => name in sent))
    return { refused: 'This is a private key: make another pair, and send its public key alone.' };
  const { members, curve } = KINDS[kty];
  const values = members.map((name) => [name, sent[name]] as const);
  if (sent['crv'] !== curve || values.some(([, value]) => typeof value !== 'string' || !BASE64URL.test(value)))
    return {
      refused: `A key of the kind ${kty} has ${members.join(' and ')}${curve === undefined ? '' : ` on ${curve}`}.`,
    };
  if (kty === 'RSA' && (sent['n'] as string).length < SHORTEST_MODULUS)
    return { refused: 'An RSA key has 2048 bits or more.' };
  return { kty, ...(curve === undefined ? {} : { crv: curve }), ...(Object.fromEntries(values) as object) };
}

/** By which algorithms signatures with this key are taken: what a token's own header says is no choice. */
export function algorithmsOf({ kty }: ClientKey): string[] {
  return [...KINDS[kty].algorithms];
}
