import { jest } from '@jest/globals';
import { compactVerify, decodeJwt, importJWK, type JWTPayload } from 'jose';
import type { KeyObject } from 'node:crypto';
import type { IdClaims } from '../../src/identity/rules/id-claims.js';
import { ClientAssertion } from '../../src/identity/sign-in/client-assertion.js';
import { IssuerClient } from '../../src/identity/sign-in/issuer-client.js';
import { CLIENT, type FakeIssuer } from './fake-issuer.js';
import { AUDIENCE } from './forged-assertions.js';

type Key = KeyObject | Awaited<ReturnType<typeof importJWK>>;

/** What is said when the signature is the key's; or, where signatures are forgotten, whatever is said. */
async function saidIn(
  token: string,
  key: Key,
  { algorithm, isForgotten }: { algorithm: string; isForgotten: boolean },
) {
  if (isForgotten) return decodeJwt(token);
  const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
  return JSON.parse(Buffer.from(payload).toString()) as JWTPayload;
}

/** Every check that is not forgotten says yes. */
const holds = (checks: Record<string, boolean>, forgotten: string): boolean =>
  Object.entries(checks).every(([name, right]) => right || name === forgotten);

/** The check that is left out, and the forgeries that come in then. */
export const LET_IN_WITHOUT: [string, string[]][] = [
  [
    'signature',
    ['alg none', 'another key under the known kid', 'claims changed after signing', 'a signature of zeros'],
  ],
  ['issuer', ['another issuer', 'the issuer with a slash', 'no issuer']],
  ['audience', ['another audience', 'two audiences', 'no audience']],
  ['nonce', ['another nonce', 'no nonce']],
  ['time', ['an end that is past', 'a beginning long past']],
  ['nothing', []],
];

/** Verifies ID tokens as we do, with one check left out: what is forged against that one must come in. */
export function forgetOfIdTokens(forgotten: string, issuer: FakeIssuer): jest.Spied<IssuerClient['claims']> {
  return jest.spyOn(IssuerClient.prototype, 'claims').mockImplementation(async function (
    this: IssuerClient,
    ...[, , { returned, now }]
  ) {
    const asked = this as unknown as { derived(use: string, state: string): string };
    const form = { code: returned.code, code_verifier: asked.derived('verifier', returned.state) };
    const answer = await fetch(`${issuer.url}/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { id_token: token } = (await answer.json()) as { id_token: string };
    const signature = { algorithm: 'RS256', isForgotten: forgotten === 'signature' };
    const said = await saidIn(token, issuer.pair.publicKey, signature).catch(() => null);
    if (!said) return null;
    const seconds = now.getTime() / 1000;
    const checks = {
      issuer: said.iss === issuer.url,
      audience: said.aud === CLIENT,
      nonce: said['nonce'] === asked.derived('nonce', returned.state),
      time: Number(said.exp) > seconds && Number(said.iat) > seconds - 300,
    };
    return holds(checks, forgotten) ? ({ ...said, iss: issuer.url } as unknown as IdClaims) : null;
  });
}

const isOfNow = ({ exp, iat, nbf = 0 }: JWTPayload, seconds: number): boolean =>
  [Number(exp) > seconds, Number(exp) < seconds + 400, Math.abs(Number(iat) - seconds) < 100, nbf <= seconds].every(
    Boolean,
  );

/** The same of what clients of the token endpoint sign. */
export function forgetOfAssertions(forgotten: string): jest.Spied<ClientAssertion['verified']> {
  return jest
    .spyOn(ClientAssertion.prototype, 'verified')
    .mockImplementation(async (assertion, { clientId, key, now }) => {
      const signature = { algorithm: 'ES256', isForgotten: forgotten === 'signature' };
      const said = key && (await saidIn(assertion, await importJWK(key, 'ES256'), signature).catch(() => null));
      if (!said) return null;
      const seconds = now.getTime() / 1000;
      const checks = {
        subject: said.sub === clientId,
        audience: said.aud === AUDIENCE,
        time: isOfNow(said, seconds),
        number: typeof said.jti === 'string' && said.jti.length >= 8,
      };
      const endsAt = new Date(now.getTime() + 60_000);
      return holds(checks, forgotten) ? { jti: said.jti ?? '', endsAt } : null;
    });
}
