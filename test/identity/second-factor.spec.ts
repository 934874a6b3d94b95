import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TOTP } from 'otpauth';
import { Clock } from '../../src/platform/clock.js';
import { PASSWORD, type SignedIn, TestApp } from '../support/test-app.js';

let redress: TestApp;
let administrator: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  administrator = await redress.staff('administrator');
});
afterAll(() => redress.stop());

interface Person extends SignedIn {
  signInName: string;
  recoveryCodes: string[];
  codeAt(time: number): string;
}

const signIn = (signInName: string, code?: string, password = PASSWORD) =>
  redress.request('POST', '/api/v1/sessions', {
    body: { jurisdiction: 'riverton', signInName, password, ...(code === undefined ? {} : { code }) },
  });

/** A person whose device is set up: by the code of a minute ago, so that the one of now is not used. */
async function withDevice(): Promise<Person> {
  const person = await redress.staff('investigator');
  const { rows } = await redress.database.owner.query<{ name: string }>(
    'SELECT sign_in_name AS name FROM redress.staff WHERE id = $1',
    [person.staffId],
  );
  const begun = await redress.request('POST', '/api/v1/my-account/second-factor', { as: person.token });
  expect([begun.status, begun.body.address]).toEqual([201, expect.stringMatching(/^otpauth:\/\/totp\/Redress/)]);
  const totp = new TOTP({ secret: begun.body.secret });
  const codeAt = (timestamp: number): string => totp.generate({ timestamp });
  const confirmed = await redress.request('POST', '/api/v1/my-account/second-factor/confirmation', {
    as: person.token,
    body: { code: codeAt(Date.now() - 30_000) },
  });
  expect([confirmed.status, new Set(confirmed.body.recoveryCodes).size]).toEqual([200, 10]);
  return { ...person, signInName: rows[0]?.name ?? '', recoveryCodes: confirmed.body.recoveryCodes, codeAt };
}

describe('a second factor', () => {
  // ASVS 5.0: V6.3.3
  it('is asked for once it is confirmed, and only of whoever has the password', async () => {
    const person = await withDevice();
    const without = await signIn(person.signInName);
    expect([without.status, without.body.code]).toEqual([401, 'second-factor-needed']);
    const stranger = await signIn(person.signInName, undefined, 'not the password at all');
    expect([stranger.status, stranger.body.code]).toEqual([401, 'sign-in-refused']);
    expect((await signIn(person.signInName, person.codeAt(Date.now()))).status).toBe(201);
  });

  // ASVS 5.0: V6.5.1
  it('takes each code once, fifty at the same moment too', async () => {
    const person = await withDevice();
    const code = person.codeAt(Date.now());
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn(person.signInName, code)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![201, 401, 503].includes(status))).toEqual([]);
    expect((await signIn(person.signInName, code)).status).toBe(401);
  });

  // ASVS 5.0: V6.5.5, V6.5.8
  it('takes no code of ten minutes ago, none of another’s device, and closes the account after five wrong ones', async () => {
    const [person, other] = [await withDevice(), await withDevice()];
    for (const code of [
      person.codeAt(Date.now() - 600_000),
      other.codeAt(Date.now()),
      '000000',
      'abcde-fghjk',
      '12345',
    ]) {
      const { status, body } = await signIn(person.signInName, code);
      expect([status, body.code]).toEqual([401, 'sign-in-refused']);
    }
    expect((await signIn(person.signInName, person.codeAt(Date.now()))).status).toBe(401);
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 16 * 60_000));
    expect((await signIn(person.signInName, person.codeAt(Date.now() + 16 * 60_000))).status).toBe(201);
    clock.mockRestore();
  });

  // ASVS 5.0: V6.5.1, V6.5.4
  it('may be a recovery code of 31 letters to the tenth, each once', async () => {
    const person = await withDevice();
    for (const code of person.recoveryCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    expect(new Set(person.recoveryCodes.join('')).size).toBeGreaterThan(20);
    const [first = '', second = ''] = person.recoveryCodes;
    expect((await signIn(person.signInName, first.toUpperCase())).status).toBe(201);
    expect((await signIn(person.signInName, first)).status).toBe(401);
    expect((await signIn(person.signInName, second)).status).toBe(201);
  });

  it('lies nowhere in the clear, and is not shown or begun again', async () => {
    const person = await withDevice();
    const { rows } = await redress.database.owner.query<{ row: string }>(
      `SELECT to_jsonb(f)::text AS row FROM redress.second_factor f UNION ALL SELECT to_jsonb(c)::text FROM redress.recovery_code c
       UNION ALL SELECT to_jsonb(e)::text FROM redress.history_event e`,
    );
    for (const code of person.recoveryCodes) expect(rows.filter(({ row }) => row.includes(code))).toEqual([]);
    const again = await redress.request('POST', '/api/v1/my-account/second-factor', { as: person.token });
    expect([again.status, again.body.code]).toEqual([409, 'second-factor-set']);
  });

  // ASVS 5.0: V6.5.6, V6.4.3
  it('is taken away by an administrator who is somebody else; the person’s sessions end with it', async () => {
    const person = await withDevice();
    const url = (staffId: string) => `/api/v1/staff/${staffId}/second-factor`;
    const own = await redress.request('DELETE', url(administrator.staffId), { as: administrator.token });
    expect([own.status, own.body.code]).toEqual([409, 'not-yourself']);
    expect((await redress.request('DELETE', url(person.staffId), { as: person.token })).status).toBe(403);
    expect((await redress.request('DELETE', url(person.staffId), { as: administrator.token })).status).toBe(204);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: person.token })).status).toBe(401);
    expect((await signIn(person.signInName)).status).toBe(201);
  });
});

describe('an account', () => {
  // ASVS 5.0: V8.3.2
  it('loses a role with the next request, in the session that runs', async () => {
    const person = await redress.staff('administrator', 'intake');
    const body = { name: 'Harbor PD' };
    expect((await redress.request('POST', '/api/v1/departments', { as: person.token, body })).status).toBe(201);
    const url = `/api/v1/staff/${person.staffId}/roles`;
    const own = await redress.request('PUT', url, { as: person.token, body: { roles: ['director'] } });
    expect([own.status, own.body.code]).toEqual([409, 'not-yourself']);
    const taken = await redress.request('PUT', url, { as: administrator.token, body: { roles: ['intake'] } });
    expect(taken.status).toBe(204);
    const refused = await redress.request('POST', '/api/v1/departments', {
      as: person.token,
      body: { name: 'Bay PD' },
    });
    expect(refused.status).toBe(403);
  });

  // ASVS 5.0: V7.4.2, V7.4.5
  it('is closed for good when somebody leaves', async () => {
    const person = await redress.staff('intake');
    const url = `/api/v1/staff/${person.staffId}/disablement`;
    expect((await redress.request('POST', url, { as: administrator.token })).status).toBe(204);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: person.token })).status).toBe(401);
    expect((await redress.request('POST', url, { as: administrator.token })).status).toBe(404);
  });

  // ASVS 5.0: V6.2.2, V6.2.3, V7.4.3
  it('takes another password from whoever has the old one, and every session ends', async () => {
    const person = await withDevice();
    const chosen = 'a quiet boat below the bridge';
    const change = (body: object) => redress.request('POST', '/api/v1/my-account/password', { as: person.token, body });
    expect((await change({ current: 'something else entirely', chosen })).body.code).toBe('password-wrong');
    expect((await change({ current: PASSWORD, chosen: 'short' })).body.code).toBe('weak-password');
    expect((await change({ current: PASSWORD, chosen })).status).toBe(204);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: person.token })).status).toBe(401);
    expect((await signIn(person.signInName, person.codeAt(Date.now()))).status).toBe(401);
    expect((await signIn(person.signInName, person.codeAt(Date.now()), chosen)).status).toBe(201);
  });
});
