import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';

export const AUDIENCE = 'http://localhost:3000/api/v1/oauth/token';

export interface Client {
  departmentId: string;
  id: string;
  clientId: string;
  key: KeyObject;
  publicKey: KeyObject;
}

type Forge = () => Promise<string>;

export const seconds = (): number => Math.floor(Date.now() / 1000);
export const claimsOf = ({ clientId }: Client): JWTPayload => ({
  ...{ iss: clientId, sub: clientId, aud: AUDIENCE, jti: randomUUID() },
  ...{ iat: seconds(), exp: seconds() + 60 },
});
export const signed = (
  claims: JWTPayload,
  key: KeyObject,
  header: { alg: string } & Record<string, unknown> = { alg: 'ES256' },
): Promise<string> => new SignJWT(claims).setProtectedHeader(header).sign(key);

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Assertions that the client did not sign so, for this server, now. The clients are asked for when they are there. */
export function forgedAssertions(ownOf: () => Client, otherOf: () => Client): [string, Forge][] {
  const changed =
    (claims: Partial<JWTPayload>): Forge =>
    () =>
      signed({ ...claimsOf(ownOf()), ...claims }, ownOf().key);
  const without =
    (name: string): Forge =>
    () => {
      const { [name]: _, ...claims } = claimsOf(ownOf());
      return signed(claims, ownOf().key);
    };
  return [
    [
      'without a signature (alg none)',
      () => Promise.resolve(`${encoded({ alg: 'none' })}.${encoded(claimsOf(ownOf()))}.`),
    ],
    ['signed by another department', () => signed(claimsOf(ownOf()), otherOf().key)],
    ['in another department’s name', () => signed(claimsOf(otherOf()), ownOf().key)],
    [
      'signed with the public key as a secret (HS256)',
      () => {
        const said = `${encoded({ alg: 'HS256' })}.${encoded(claimsOf(ownOf()))}`;
        const secret = ownOf().publicKey.export({ format: 'pem', type: 'spki' });
        return Promise.resolve(`${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`);
      },
    ],
    [
      'bringing its own key along (jwk)',
      () =>
        signed(claimsOf(ownOf()), otherOf().key, { alg: 'ES256', jwk: otherOf().publicKey.export({ format: 'jwk' }) }),
    ],
    [
      'naming a place for its key (jku)',
      () => signed(claimsOf(ownOf()), otherOf().key, { alg: 'ES256', jku: 'https://evil.example/keys' }),
    ],
    ['for another server', changed({ aud: 'https://other.example/token' })],
    ['for two servers', changed({ aud: [AUDIENCE, 'https://other.example/token'] })],
    ['for nobody', without('aud')],
    ['of another issuer', changed({ iss: 'rc_nobody' })],
    ['about another subject', () => signed({ ...claimsOf(ownOf()), sub: otherOf().clientId }, ownOf().key)],
    ['without a subject', without('sub')],
    ['without a number (jti)', without('jti')],
    ['with a short number (jti)', changed({ jti: '1' })],
    ['without an end', without('exp')],
    ['without a beginning', without('iat')],
    ['that has ended', changed({ iat: seconds() - 200, exp: seconds() - 100 })],
    ['that is old', changed({ iat: seconds() - 400, exp: seconds() + 60 })],
    ['that is good for an hour', changed({ exp: seconds() + 3_600 })],
    ['of the future', changed({ iat: seconds() + 120, exp: seconds() + 180 })],
    ['not good yet (nbf)', changed({ nbf: seconds() + 120 })],
    [
      'with a critical extension',
      () =>
        signed(claimsOf(ownOf()), ownOf().key, { alg: 'ES256', crit: ['b64'], b64: true }).then((token) =>
          token.replace('.', 'x.'),
        ),
    ],
    [
      'changed after it was signed',
      async () => {
        const [header = '', , signature = ''] = (await signed(claimsOf(ownOf()), ownOf().key)).split('.');
        return `${header}.${encoded(claimsOf(ownOf()))}.${signature}`;
      },
    ],
    ['that is no token', () => Promise.resolve('rd_nothing')],
  ];
}
