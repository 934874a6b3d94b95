import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { Clock } from '../../src/platform/clock.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { claimsOf, type Client, forgedAssertions, signed } from './forged-assertions.js';
import { forgetOfAssertions } from './planted-verifiers.js';

let redress: TestApp;
let administrator: SignedIn;
let own: Client;
let other: Client;
beforeAll(async () => {
  redress = await TestApp.start();
  administrator = await redress.staff('administrator');
  own = await client(await department('Harbor PD'));
  other = await client(await department('Bay PD'));
});
afterAll(() => redress.stop());

const asked = (method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> =>
  redress.request(method, url, { as: administrator.token, ...(body === undefined ? {} : { body }) });
const department = async (name: string): Promise<string> =>
  (await asked('POST', '/api/v1/departments', { name })).body.id;

async function client(departmentId: string, scopes = ['submit', 'read']): Promise<Client> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = { label: 'records system', publicKey: publicKey.export({ format: 'jwk' }), scopes };
  const { body: made } = await asked('POST', `/api/v1/departments/${departmentId}/clients`, body);
  return { departmentId, id: made.id, clientId: made.clientId, key: privateKey, publicKey };
}

function exchange(assertion: string, more: Record<string, string> = {}): Promise<Answer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...more,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return redress.request('POST', '/api/v1/oauth/token', { body: form.toString(), headers });
}
const tokenOf = async (of: Client, scope?: string): Promise<string> =>
  (await exchange(await signed(claimsOf(of), of.key), scope === undefined ? {} : { scope })).body.access_token;
const mine = async (token: string) =>
  (await redress.request('GET', '/api/v1/use-of-force-reports/mine', { as: token })).status;
const validate = async (token: string) => {
  const url = '/api/v1/use-of-force-reports/validate';
  return (await redress.request('POST', url, { as: token, body: {} })).body;
};

describe('a client', () => {
  // ASVS 5.0: V10.4.10, V10.4.11
  it('is given a token of ten minutes for what it signed, and does with it what its scopes say', async () => {
    const { status, body } = await exchange(await signed(claimsOf(own), own.key));
    expect([status, body]).toEqual([
      200,
      { access_token: expect.stringMatching(/^rd_/), token_type: 'Bearer', expires_in: 600, scope: 'submit read' },
    ]);
    expect(await mine(body.access_token)).toBe(200);
    const less = await tokenOf(own, 'read');
    expect(await mine(less)).toBe(200);
    expect((await validate(less)).code).toBe('scope-needed');
    const more = await exchange(await signed(claimsOf(own), own.key), { scope: 'read amend' });
    expect([more.status, more.body.code]).toEqual([400, 'scope-refused']);
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 601_000));
    expect(await mine(less)).toBe(401);
    clock.mockRestore();
  });

  // ASVS 5.0: V10.4.9
  it('is out from the moment it is revoked: its tokens, and what it signs', async () => {
    const gone = await client(await department('Gone PD'));
    const token = await tokenOf(gone);
    const url = `/api/v1/departments/${gone.departmentId}/clients/${gone.id}/revocation`;
    expect((await asked('POST', url)).status).toBe(204);
    expect(await mine(token)).toBe(401);
    expect((await exchange(await signed(claimsOf(gone), gone.key))).status).toBe(401);
    expect((await asked('POST', url)).status).toBe(404);
  });

  it.each([
    ['private', { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) }],
    ['symmetric', { kty: 'oct', k: 'c2VjcmV0' }],
    ['of 1024 bits', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })],
    ['of another curve', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })],
    ['none at all', {}],
  ])('is not registered by a key that is %s', async (_, publicKey) => {
    const body = { label: 'weak', publicKey, scopes: ['read'] };
    const { status, body: problem } = await asked('POST', `/api/v1/departments/${other.departmentId}/clients`, body);
    expect([status, problem.code]).toEqual([422, 'client-key-refused']);
  });
});

describe('an assertion', () => {
  it('is refused for a scope that the client has not, as RFC 6749 has it', async () => {
    const { status, body } = await exchange(await signed(claimsOf(own), own.key), { scope: 'amend' });
    expect([status, body.error, body.code]).toEqual([400, 'invalid_scope', 'scope-refused']);
  });

  // ASVS 5.0: V10.4.16
  it('is good once, at the same moment too', async () => {
    const assertion = await signed(claimsOf(own), own.key);
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(assertion)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await exchange(assertion)).body.code).toBe('client-refused');
  });

  it.each(
    forgedAssertions(
      () => own,
      () => other,
    ),
  )('%s is refused', async (_, forge) => {
    const { status, body } = await exchange(await forge());
    expect([status, body.error, body.code]).toEqual([401, 'invalid_client', 'client-refused']);
  });

  it.each([
    ['signature', ['without a signature (alg none)', 'signed by another department', 'changed after it was signed']],
    ['subject', ['about another subject', 'without a subject']],
    ['audience', ['for another server', 'for two servers', 'for nobody']],
    [
      'time',
      [
        'without an end',
        'that has ended',
        'that is old',
        'that is good for an hour',
        'of the future',
        'not good yet (nbf)',
      ],
    ],
    ['number', ['without a number (jti)', 'with a short number (jti)']],
    ['nothing', []],
  ])('would be good for a token where the %s is not looked at (planted)', async (forgotten, names) => {
    const planted = forgetOfAssertions(forgotten);
    const forged = forgedAssertions(
      () => own,
      () => other,
    );
    const admitted: string[] = [];
    for (const [name, forge] of forged.filter(([each]) => names.length === 0 || names.includes(each)))
      if ((await exchange(await forge())).status === 200) admitted.push(name);
    planted.mockRestore();
    expect(admitted).toEqual(names);
  });
});

describe('keys', () => {
  const issue = (departmentId: string, scopes?: string[]) =>
    asked('POST', `/api/v1/departments/${departmentId}/keys`, { label: 'key', ...(scopes ? { scopes } : {}) });

  // ASVS 5.0: V13.3.4
  it('are two at most, so that one is changed for another without a gap', async () => {
    const id = await department('Rotating PD');
    const [first, second] = [(await issue(id)).body, (await issue(id)).body];
    const third = await issue(id);
    expect([third.status, third.body.code]).toEqual([409, 'keys-enough']);
    expect([await mine(first.key), await mine(second.key)]).toEqual([200, 200]);
    expect((await asked('POST', `/api/v1/departments/${id}/keys/${first.id}/revocation`)).status).toBe(204);
    expect([await mine(first.key), await mine(second.key)]).toEqual([401, 200]);
    expect((await issue(id)).status).toBe(201);
    const { body } = await asked('GET', `/api/v1/departments/${id}/access`);
    expect(body.keys.map(({ revokedAt }: { revokedAt: string | null }) => revokedAt !== null)).toEqual([
      true,
      false,
      false,
    ]);
    expect(JSON.stringify(body)).not.toContain(second.key.split('_')[3]);
  });

  it('of many at once are two too', async () => {
    const id = await department('Hasty PD');
    const answers = await Promise.all(Array.from({ length: 6 }, () => issue(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  });

  // ASVS 5.0: V10.3.2
  it('open what their scopes say, for a year', async () => {
    const { key } = (await issue(await department('Reading PD'), ['read'])).body;
    expect(await mine(key)).toBe(200);
    expect((await validate(key)).code).toBe('scope-needed');
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 366 * 86_400_000));
    expect(await mine(key)).toBe(401);
    clock.mockRestore();
  });

  it('of another department are revoked by nobody who names the wrong one', async () => {
    const [one, another] = [await department('One PD'), await department('Another PD')];
    const { id } = (await issue(one)).body;
    expect((await asked('POST', `/api/v1/departments/${another}/keys/${id}/revocation`)).status).toBe(404);
  });
});
