import type { JWTPayload } from 'jose';
import { CLIENT, type Draw, type FakeIssuer } from './fake-issuer.js';

const now = (): number => Math.floor(Date.now() / 1000);
const changed =
  (change: (claims: JWTPayload) => Record<string, unknown>): Draw =>
  (issuer, claims) =>
    issuer.signed({ ...claims, ...change(claims) });
const without =
  (name: string): Draw =>
  (issuer, { [name]: _, ...claims }) =>
    issuer.signed(claims);
const header =
  (said: Record<string, unknown>): Draw =>
  (issuer, claims) =>
    issuer.signed(claims, { alg: 'RS256', ...said }, issuer.stranger.privateKey);
const pem = ({ pair }: FakeIssuer): string => pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const parts = async (issuer: FakeIssuer, claims: JWTPayload) => (await issuer.signed(claims)).split('.');

/** ID tokens that a provider never drew for this sign-in, or never should have. */
export const FORGED_TOKENS: Readonly<Record<string, Draw>> = {
  'alg none': (issuer, claims) => issuer.unsigned(claims, { alg: 'none' }),
  'alg None': (issuer, claims) => issuer.unsigned(claims, { alg: 'None' }),
  'alg NONE with a kid': (issuer, claims) => issuer.unsigned(claims, { alg: 'NONE', kid: 'one' }),
  'no alg': (issuer, claims) => issuer.unsigned(claims, { typ: 'JWT' } as never),
  'HS256 with the public key in PEM': (issuer, claims) =>
    issuer.unsigned(claims, { alg: 'HS256', kid: 'one' }, pem(issuer)),
  'HS256 with the public key in DER': (issuer, claims) =>
    issuer.unsigned(claims, { alg: 'HS256' }, issuer.pair.publicKey.export({ format: 'der', type: 'spki' })),
  'HS256 with the modulus': (issuer, claims) =>
    issuer.unsigned(claims, { alg: 'HS256' }, issuer.pair.publicKey.export({ format: 'jwk' }).n ?? ''),
  'HS256 with the client’s secret': (issuer, claims) => issuer.unsigned(claims, { alg: 'HS256' }, 'the secret'),
  'HS256 with nothing': (issuer, claims) => issuer.unsigned(claims, { alg: 'HS256' }, ''),
  'PS256 where RS256 is agreed': (issuer, claims) => issuer.signed(claims, { alg: 'PS256', kid: 'one' }),
  'RS512 where RS256 is agreed': (issuer, claims) => issuer.signed(claims, { alg: 'RS512', kid: 'one' }),
  'RS256 without a signature': (issuer, claims) => issuer.unsigned(claims, { alg: 'RS256', kid: 'one' }),
  'another key under the known kid': header({ kid: 'one' }),
  'another key under another kid': header({ kid: 'two' }),
  'another key without a kid': header({}),
  'a kid that is a path': header({ kid: '../../dev/null' }),
  'a kid that is SQL': header({ kid: "' OR '1'='1" }),
  'a key of its own (jwk)': (issuer, claims) =>
    header({ kid: 'one', jwk: issuer.stranger.publicKey.export({ format: 'jwk' }) })(issuer, claims),
  'a place for its keys (jku)': header({ kid: 'one', jku: 'http://localhost:9/keys' }),
  'a place for its certificate (x5u)': header({ kid: 'one', x5u: 'http://localhost:9/cert' }),
  'a certificate of its own (x5c)': header({ kid: 'one', x5c: ['MIIB'] }),
  'an extension that must be understood (crit)': (issuer, claims) =>
    issuer.unsigned(claims, { alg: 'RS256', kid: 'one', crit: ['x'], x: 1 }),
  'another issuer': changed(() => ({ iss: 'https://evil.example' })),
  'the issuer with a slash': changed(({ iss }) => ({ iss: `${iss ?? ''}/` })),
  'the issuer in capitals': changed(({ iss }) => ({ iss: iss?.toUpperCase() })),
  'no issuer': without('iss'),
  'another audience': changed(() => ({ aud: 'another' })),
  'two audiences': changed(() => ({ aud: [CLIENT, 'another'] })),
  'two audiences and our azp': changed(() => ({ aud: [CLIENT, 'another'], azp: CLIENT })),
  'no audience': without('aud'),
  'an empty audience': changed(() => ({ aud: [] })),
  'another azp': changed(() => ({ azp: 'another' })),
  'two audiences and another azp': changed(() => ({ aud: [CLIENT, 'another'], azp: 'another' })),
  'another nonce': changed(() => ({ nonce: 'another' })),
  'an empty nonce': changed(() => ({ nonce: '' })),
  'no nonce': without('nonce'),
  'no subject': without('sub'),
  'an empty subject': changed(() => ({ sub: '' })),
  'a subject that is a number': changed(() => ({ sub: 7 })),
  'a subject that nobody is': changed(() => ({ sub: 'stranger' })),
  'a subject in other letters': changed(({ sub }) => ({ sub: sub?.toUpperCase() })),
  'a subject with a blank': changed(({ sub }) => ({ sub: `${sub ?? ''} ` })),
  'an end that is past': changed(() => ({ exp: now() - 120 })),
  'no end': without('exp'),
  'an end in words': changed(() => ({ exp: 'tomorrow' })),
  'a beginning to come (nbf)': changed(() => ({ nbf: now() + 600 })),
  'a beginning long past': changed(() => ({ iat: now() - 3_600 })),
  'a beginning in the future': changed(() => ({ iat: now() + 600 })),
  'no beginning': without('iat'),
  'claims changed after signing': async (issuer, claims) => {
    const [head = '', , mark = ''] = await parts(issuer, { ...claims, sub: 'stranger' });
    return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${mark}`;
  },
  'a signature cut short': async (issuer, claims) => (await issuer.signed(claims)).slice(0, -20),
  'a signature of zeros': async (issuer, claims) => {
    const [head = '', said = ''] = await parts(issuer, claims);
    return `${head}.${said}.${Buffer.alloc(256).toString('base64url')}`;
  },
  'a token in four parts': async (issuer, claims) => `${await issuer.signed(claims)}.x`,
  'no token at all': () => 'nothing',
};
