import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TOTP } from 'otpauth';
import { permissions } from '../../src/identity/index.js';
import { buildCase } from '../support/case-builder.js';
import { type Answer, PASSWORD, type SignedIn, TestApp } from '../support/test-app.js';
import type { StaffRole } from '../../src/shared/actor.js';

let redress: TestApp;
let administrator: SignedIn;
let complaintId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  administrator = await redress.staff('administrator');
  ({ complaintId } = await buildCase(redress));
});
afterAll(() => redress.stop());

interface Operation {
  'x-step-up'?: boolean;
  'x-permission'?: keyof typeof permissions;
}
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const proven = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation['x-step-up'])
    .map(([method, operation]) => [method.toUpperCase(), path, operation['x-permission']!] as const),
);

/** As if everything had been proved eleven minutes ago. */
async function age({ staffId }: SignedIn): Promise<void> {
  await redress.database.owner.query(
    `UPDATE redress.session SET proved_at = proved_at - interval '11 minutes' WHERE staff_id = $1`,
    [staffId],
  );
}

const prove = ({ token }: SignedIn, body: object): Promise<Answer> =>
  redress.request('POST', '/api/v1/sessions/current/step-up', { as: token, body });

async function setUpDevice({ token }: SignedIn): Promise<TOTP> {
  const begun = await redress.request('POST', '/api/v1/my-account/second-factor', { as: token });
  const totp = new TOTP({ secret: begun.body.secret });
  const body = { code: totp.generate({ timestamp: Date.now() - 30_000 }) };
  await redress.request('POST', '/api/v1/my-account/second-factor/confirmation', { as: token, body });
  return totp;
}

const people = new Map<StaffRole, SignedIn>();
async function holderOf(permission: keyof typeof permissions): Promise<SignedIn> {
  const role = permissions[permission].find(({ relation }) => relation === 'any')!.to as StaffRole;
  if (!people.has(role)) people.set(role, await redress.staff(role));
  return people.get(role)!;
}

describe('what is worth a late proof', () => {
  it('is so many operations: releases, unmasking, exports, roles', () => {
    expect(proven.length).toBeGreaterThanOrEqual(15);
    const ofOneself = proven.map(([, path]) => path).filter((path) => path.startsWith('/api/v1/my-account'));
    expect(new Set(ofOneself)).toEqual(
      new Set(
        ['second-factor', 'passkeys', 'passkeys/challenge', 'passkeys/{passkeyId}'].map(
          (part) => `/api/v1/my-account/${part}`,
        ),
      ),
    );
  });

  // ASVS 5.0: V7.5.1, V7.5.3
  it.each(proven)(
    '%s %s is refused to a session that proved itself eleven minutes ago',
    async (method, path, needs) => {
      const person = await holderOf(needs);
      const url = path.replace('{complaintId}', complaintId).replaceAll(/\{\w+\}/g, () => randomUUID());
      const ask = () =>
        redress.request(method as 'POST', url, { as: person.token, ...(method === 'GET' ? {} : { body: {} }) });
      await age(person);
      const refused = await ask();
      expect([refused.status, refused.body?.code]).toEqual([403, 'step-up-needed']);
      expect(refused.body.details).toEqual({ how: 'POST /api/v1/sessions/current/step-up', ask: 'password' });
      expect((await prove(person, { password: PASSWORD })).status).toBe(204);
      const { status } = await ask();
      expect([200, 201, 204, 404, 409, 422]).toContain(status);
    },
  );
});

describe('a proof', () => {
  it('is the code of the second factor, once, where there is one: no password will do', async () => {
    const person = await redress.staff('director');
    const totp = await setUpDevice(person);
    const csv = async () => (await redress.request('GET', '/api/v1/complaints.csv', { as: person.token })).status;
    await age(person);
    for (const body of [{}, { password: PASSWORD }, { code: '000000' }]) {
      const { status, body: problem } = await prove(person, body);
      expect([status, problem.code]).toEqual([403, 'step-up-refused']);
    }
    expect(await csv()).toBe(403);
    const code = totp.generate();
    expect((await prove(person, { code })).status).toBe(204);
    expect(await csv()).toBe(200);
    expect((await prove(person, { code })).body.code).toBe('step-up-refused');
  });

  it('of nothing at all, `null` included, shows nothing', async () => {
    const person = await redress.staff('clerk');
    for (const body of [{}, { password: null }, { code: null, passkey: null, password: null }]) {
      const { status, body: refusal } = await prove(person, body);
      expect([status, refusal.code]).toEqual([403, 'step-up-refused']);
    }
  });

  it('that is wrong five times closes the account for a while', async () => {
    const person = await redress.staff('director');
    for (let time = 0; time < 5; time++) await prove(person, { password: 'not this one at all' });
    expect((await prove(person, { password: PASSWORD })).body.code).toBe('step-up-refused');
  });

  it('is of one session alone, and stands in the history', async () => {
    const person = await redress.staff('director');
    const { rows } = await redress.database.owner.query<{ name: string }>(
      'SELECT sign_in_name AS name FROM redress.staff WHERE id = $1',
      [person.staffId],
    );
    const body = { jurisdiction: 'riverton', signInName: rows[0]!.name, password: PASSWORD };
    const other: string = (await redress.request('POST', '/api/v1/sessions', { body })).body.token;
    await age(person);
    await prove(person, { password: PASSWORD });
    expect((await redress.request('GET', '/api/v1/complaints.csv', { as: person.token })).status).toBe(200);
    expect((await redress.request('GET', '/api/v1/complaints.csv', { as: other })).status).toBe(403);
    const history = await redress.database.owner.query(
      `SELECT FROM redress.history_event WHERE action = 'session.step-up' AND actor_id = $1`,
      [person.staffId],
    );
    expect(history.rows).toHaveLength(1);
  });
});

describe('a role that must have a second factor', () => {
  const policy = (secondFactorRoles: StaffRole[]) =>
    redress.request('PUT', '/api/v1/sign-in-policy', {
      as: administrator.token,
      body: { secondFactorRoles, stepUpMinutes: 10 },
    });
  const work = async (token: string) => redress.request('GET', '/api/v1/my-work', { as: token });

  // ASVS 5.0: V6.3.3
  it('may only set one up as long as there is none: in a session that runs already, within the same second', async () => {
    const person = await redress.staff('clerk');
    expect((await work(person.token)).status).toBe(200);
    expect((await policy(['clerk'])).status).toBe(204);
    const refused = await work(person.token);
    expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-required']);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: person.token })).status).toBe(200);
    await setUpDevice(person);
    expect((await work(person.token)).status).toBe(200);
    // Taken away by an administrator, it is to be set up again: recovery is no way around it.
    await prove(administrator, { password: PASSWORD });
    const url = `/api/v1/staff/${person.staffId}/second-factor`;
    expect((await redress.request('DELETE', url, { as: administrator.token })).status).toBe(204);
    const { rows } = await redress.database.owner.query<{ name: string }>(
      'SELECT sign_in_name AS name FROM redress.staff WHERE id = $1',
      [person.staffId],
    );
    const body = { jurisdiction: 'riverton', signInName: rows[0]!.name, password: PASSWORD };
    const again: string = (await redress.request('POST', '/api/v1/sessions', { body })).body.token;
    expect((await work(again)).body.code).toBe('second-factor-required');
    const shown = await redress.request('GET', '/api/v1/sign-in-policy', { as: administrator.token });
    expect(shown.body).toEqual({ secondFactorRoles: ['clerk'], stepUpMinutes: 10 });
    await policy([]);
    expect((await work(again)).status).toBe(200);
  });
});
