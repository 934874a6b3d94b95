import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TOTP } from 'otpauth';
import { genericCharter } from '../../src/charter/index.js';
import { Clock } from '../../src/platform/clock.js';
import { type Answer, PASSWORD, type SignedIn, TestApp } from '../support/test-app.js';
import { FORGED_ANSWERS, FORGED_REGISTRATIONS } from './forged-passkeys.js';
import { SoftwareAuthenticator } from './software-authenticator.js';

let redress: TestApp;
let elsewhere: TestApp;
beforeAll(async () => {
  redress = await TestApp.start();
  elsewhere = await redress.elsewhere('lakeside', genericCharter);
});
afterAll(() => redress.stop());

interface Owner extends SignedIn {
  device: SoftwareAuthenticator;
  passkeyId: string;
  signInName: string;
}
const MINE = '/api/v1/my-account/passkeys';
const post = (url: string, body: object, as?: string): Promise<Answer> =>
  redress.request('POST', url, { body, ...(as === undefined ? {} : { as }) });

const toRegister = async ({ token }: SignedIn) => (await post(`${MINE}/challenge`, {}, token)).body.publicKey;
const toSignIn = async (jurisdiction = 'riverton') =>
  (await post('/api/v1/sessions/passkey-challenge', { jurisdiction })).body.publicKey;
const signIn = (response: unknown, jurisdiction = 'riverton') =>
  post('/api/v1/sessions/passkey', { jurisdiction, response });

async function withPasskey(): Promise<Owner> {
  const person = await redress.staff('director');
  const device = new SoftwareAuthenticator();
  const response = device.create(await toRegister(person));
  const { status, body } = await post(MINE, { label: 'desk', response }, person.token);
  expect(status).toBe(201);
  const { rows } = await redress.database.owner.query<{ name: string }>(
    'SELECT sign_in_name AS name FROM redress.staff WHERE id = $1',
    [person.staffId],
  );
  return { ...person, device, passkeyId: body.id, signInName: rows[0]!.name };
}

describe('a passkey', () => {
  // ASVS 5.0: V6.3.3, V6.3.4
  it('signs in by itself, and the password alone no longer does', async () => {
    const { device, signInName, staffId } = await withPasskey();
    const { status, body } = await signIn(device.get(await toSignIn()));
    expect(status).toBe(201);
    const me = await redress.request('GET', '/api/v1/sessions/current', { as: body.token });
    expect(me.body.staffId).toBe(staffId);
    const credentials = { jurisdiction: 'riverton', signInName, password: PASSWORD };
    expect((await post('/api/v1/sessions', credentials)).body.code).toBe('second-factor-needed');
    expect((await post('/api/v1/sessions', { ...credentials, code: '123456' })).body.code).toBe('sign-in-refused');
  });

  it('is listed, removed by its owner alone, and opens nothing from then on', async () => {
    const owner = await withPasskey();
    const { body } = await redress.request('GET', MINE, { as: owner.token });
    expect(body.items).toEqual([expect.objectContaining({ id: owner.passkeyId, label: 'desk', lastUsedAt: null })]);
    const stranger = await redress.staff('clerk');
    const url = `${MINE}/${owner.passkeyId}`;
    expect((await redress.request('DELETE', url, { as: stranger.token })).status).toBe(404);
    expect((await redress.request('DELETE', url, { as: owner.token })).status).toBe(204);
    expect((await signIn(owner.device.get(await toSignIn()))).status).toBe(401);
  });

  it('goes when an administrator takes the second factor away, and when the person leaves', async () => {
    const administrator = await redress.staff('administrator');
    const [lost, left] = [await withPasskey(), await withPasskey()];
    const staff = '/api/v1/staff';
    const removed = await redress.request('DELETE', `${staff}/${lost.staffId}/second-factor`, {
      as: administrator.token,
    });
    expect(removed.status).toBe(204);
    expect((await post(`${staff}/${left.staffId}/disablement`, {}, administrator.token)).status).toBe(204);
    for (const { device } of [lost, left]) expect((await signIn(device.get(await toSignIn()))).status).toBe(401);
  });

  // ASVS 5.0: V6.5.6, V7.4.3
  it('lets its owner take the other device away, which is the last factor of nobody; every session ends', async () => {
    const device = '/api/v1/my-account/second-factor';
    const remove = (as: string) => redress.request('DELETE', device, { as });
    const withCodes = async ({ token }: SignedIn) => {
      const { secret } = (await post(device, {}, token)).body;
      const totp = new TOTP({ secret });
      expect((await post(`${device}/confirmation`, { code: totp.generate() }, token)).status).toBe(200);
      return totp;
    };
    const [owner, other] = [await withPasskey(), await redress.staff('clerk')];
    expect((await remove(other.token)).status).toBe(404);
    const [totp] = [await withCodes(owner), await withCodes(other)];
    expect((await remove(other.token)).body.code).toBe('last-second-factor');
    expect((await remove(owner.token)).status).toBe(204);
    expect((await remove(owner.token)).status).toBe(401);
    const credentials = { jurisdiction: 'riverton', signInName: owner.signInName, password: PASSWORD };
    expect((await post('/api/v1/sessions', credentials)).body.code).toBe('second-factor-needed');
    expect((await post('/api/v1/sessions', { ...credentials, code: totp.generate() })).status).toBe(401);
    expect((await signIn(owner.device.get(await toSignIn()))).status).toBe(201);
  });

  it('is a proof for a step-up, of its owner alone', async () => {
    const [owner, other] = [await withPasskey(), await withPasskey()];
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 11 * 60_000));
    const csv = async () => (await redress.request('GET', '/api/v1/complaints.csv', { as: owner.token })).status;
    const prove = async (body: object) => (await post('/api/v1/sessions/current/step-up', body, owner.token)).status;
    expect(await csv()).toBe(403);
    expect(await prove({ passkey: other.device.get(await toSignIn()) })).toBe(403);
    expect(await prove({ password: PASSWORD })).toBe(403);
    expect(await csv()).toBe(403);
    expect(await prove({ passkey: owner.device.get(await toSignIn()) })).toBe(204);
    expect(await csv()).toBe(200);
    clock.mockRestore();
  });
});

describe('a challenge', () => {
  // ASVS 5.0: V6.7.2
  it('is taken once, at the same moment too', async () => {
    const { device } = await withPasskey();
    const answer = device.get(await toSignIn());
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(answer)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const again = new SoftwareAuthenticator();
    const person = await redress.staff('clerk');
    const response = again.create(await toRegister(person));
    expect((await post(MINE, { label: 'one', response }, person.token)).status).toBe(201);
    expect((await post(MINE, { label: 'two', response }, person.token)).body.code).toBe('passkey-refused');
  });

  it('is asked for without a name, and for a place that is not there as for any other', async () => {
    const [here, nowhere] = [await toSignIn(), await toSignIn('nowhere')];
    expect(Object.keys(nowhere)).toEqual(Object.keys(here));
    expect(nowhere.challenge).toHaveLength(here.challenge.length);
    expect(here.allowCredentials).toBeUndefined();
  });
});

describe('a forged answer', () => {
  it.each(FORGED_ANSWERS)('%s signs nobody in', async (_, turned) => {
    const { device } = await withPasskey();
    const { status, body } = await signIn(device.get(await toSignIn(), turned));
    expect([status, body.code]).toEqual([401, 'sign-in-refused']);
    expect((await signIn(device.get(await toSignIn()))).status).toBe(201);
  });

  // ASVS 5.0: V9.2.1, V9.2.2
  it('of another person’s credential, of a copied device, of another place, of a challenge to register or of six minutes ago: nobody', async () => {
    const [owner, other] = [await withPasskey(), await withPasskey()];
    const refused = async (answer: object, place?: string): Promise<void> => {
      expect((await signIn(answer, place)).status).toBe(401);
    };
    await refused(other.device.get(await toSignIn(), { credentialId: owner.device.credentialId }));
    owner.device.counter = 7;
    expect((await signIn(owner.device.get(await toSignIn()))).status).toBe(201);
    await refused(owner.device.get(await toSignIn(), { counter: 7 }));
    await refused(owner.device.get(await toSignIn('lakeside')));
    await refused(owner.device.get(await toSignIn('lakeside')), elsewhere.jurisdiction.slug);
    await refused(owner.device.get(await toRegister(owner)));
    const early = await toSignIn();
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 6 * 60_000));
    await refused(owner.device.get(early));
    clock.mockRestore();
  });

  it.each(FORGED_REGISTRATIONS)('%s registers nothing', async (_, turned) => {
    const person = await redress.staff('clerk');
    const response = new SoftwareAuthenticator().create(await toRegister(person), turned);
    const { status, body } = await post(MINE, { label: 'forged', response }, person.token);
    expect([status, body.code]).toEqual([422, 'passkey-refused']);
  });

  it('to another person’s challenge registers nothing, nor does what is no answer at all', async () => {
    const [person, other] = [await redress.staff('clerk'), await redress.staff('clerk')];
    const own = new SoftwareAuthenticator();
    const answers = [
      own.create(await toRegister(other)),
      own.get(await toSignIn()),
      {},
      { id: 7, response: null },
      { id: 'AAAA', response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
      { id: 'AAAA', response: { clientDataJSON: 'A'.repeat(99_999), attestationObject: 'AAAA' } },
    ];
    for (const response of answers)
      expect((await post(MINE, { label: 'forged', response }, person.token)).body.code).toBe('passkey-refused');
    for (const response of [{}, { id: [] }, { id: 'AAAA', response: {} }])
      expect((await signIn(response)).status).toBe(401);
  });
});
