import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TOTP } from 'otpauth';
import { genericCharter } from '../../src/charter/index.js';
import { Clock } from '../../src/platform/clock.js';
import { SignInSettings } from '../../src/platform/settings.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { CLIENT, FakeIssuer } from './fake-issuer.js';
import { FORGED_TOKENS } from './forged-id-tokens.js';
import { forgetOfIdTokens, LET_IN_WITHOUT } from './planted-verifiers.js';

let redress: TestApp;
let issuer: FakeIssuer;
let administrator: SignedIn;
let person: SignedIn;
beforeAll(async () => {
  [redress, issuer] = await Promise.all([TestApp.start(), FakeIssuer.start()]);
  administrator = await redress.staff('administrator');
  person = await redress.staff('clerk');
  const provider = { issuer: issuer.url, clientId: CLIENT, clientSecret: 'the secret' };
  expect((await put('/api/v1/single-sign-on', provider)).status).toBe(204);
  expect((await put(`/api/v1/staff/${person.staffId}/subject`, { subject: 'genuine' })).status).toBe(204);
});
beforeEach(() => {
  issuer.draw = (of, claims) => of.signed(claims);
  issuer.subject = 'genuine';
});
afterAll(async () => {
  await redress.stop();
  await issuer.stop();
});

const put = (url: string, body: object): Promise<Answer> =>
  redress.request('PUT', url, { as: administrator.token, body });
const begin = async (jurisdiction = 'riverton') =>
  (await redress.request('POST', '/api/v1/sessions/single-sign-on', { body: { jurisdiction } })).body;
const end = (body: object): Promise<Answer> =>
  redress.request('POST', '/api/v1/sessions/single-sign-on/callback', { body: { jurisdiction: 'riverton', ...body } });

/** There and back again. */
async function round(change: object = {}): Promise<Answer> {
  const { address, binding } = await begin();
  return end({ ...issuer.visit(address), binding, ...change });
}
const refused = ({ status, body }: Answer): void => {
  expect([status, body.code]).toEqual([401, 'sign-in-refused']);
};

describe('single sign-on', () => {
  // ASVS 5.0: V10.1.1, V10.2.3
  it('signs in whom the provider vouches for, by code with PKCE, state and nonce', async () => {
    const { address } = await begin();
    const query = Object.fromEntries(new URL(address).searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      client_id: CLIENT,
    });
    const { status, body } = await round();
    // What the provider gave stays with the server.
    expect([status, Object.keys(body)]).toEqual([201, ['token']]);
    const me = await redress.request('GET', '/api/v1/sessions/current', { as: body.token });
    expect(me.body.staffId).toBe(person.staffId);
  });

  it('registers nobody, and lets nobody in who has left', async () => {
    issuer.subject = 'somebody new';
    refused(await round());
    const left = await redress.staff('clerk');
    await put(`/api/v1/staff/${left.staffId}/subject`, { subject: 'left' });
    issuer.subject = 'left';
    expect((await round()).status).toBe(201);
    await redress.request('POST', `/api/v1/staff/${left.staffId}/disablement`, { as: administrator.token });
    refused(await round());
  });

  // ASVS 5.0: V6.8.4
  it('asks whoever has a second factor here for it, unless the provider did', async () => {
    const careful = await redress.staff('director');
    await put(`/api/v1/staff/${careful.staffId}/subject`, { subject: 'careful' });
    const begun = await redress.request('POST', '/api/v1/my-account/second-factor', { as: careful.token });
    const totp = new TOTP({ secret: begun.body.secret });
    const body = { code: totp.generate({ timestamp: Date.now() - 30_000 }) };
    await redress.request('POST', '/api/v1/my-account/second-factor/confirmation', { as: careful.token, body });
    issuer.subject = 'careful';
    expect((await round()).body.code).toBe('second-factor-needed');
    refused(await round({ secondFactorCode: '000000' }));
    expect((await round({ secondFactorCode: totp.generate() })).status).toBe(201);
    issuer.draw = (of, claims) => of.signed({ ...claims, amr: ['pwd', 'mfa'] });
    expect((await round()).status).toBe(201);
  });

  // ASVS 5.0: V6.8.1, V10.5.2
  it('is one person’s subject each, and no administrator’s own to say', async () => {
    const other = await redress.staff('clerk');
    const taken = await put(`/api/v1/staff/${other.staffId}/subject`, { subject: 'genuine' });
    expect([taken.status, taken.body.code]).toEqual([409, 'subject-taken']);
    const own = await put(`/api/v1/staff/${administrator.staffId}/subject`, { subject: 'mine' });
    expect(own.body.code).toBe('not-yourself');
    const { rows } = await redress.database.owner.query<{ row: string }>(
      'SELECT s::text AS row FROM redress.single_sign_on s',
    );
    expect(rows[0]?.row).not.toContain(Buffer.from('the secret').toString('hex'));
  });
});

describe('a provider', () => {
  // ASVS 5.0: V10.5.3
  it('that says it is another one than the place trusts is asked nothing', async () => {
    const provider = { clientId: CLIENT, clientSecret: 'the secret' };
    issuer.saysItIs = 'https://trusted.example';
    expect((await put('/api/v1/single-sign-on', { ...provider, issuer: issuer.url })).status).toBe(204);
    expect((await begin()).code).toBe('provider-away');
    issuer.saysItIs = undefined;
    expect((await round()).status).toBe(201);
  });
});

describe('the way back', () => {
  it('is gone once, of many at the same moment too', async () => {
    const { address, binding } = await begin();
    const back = { ...issuer.visit(address), binding };
    const answers = await Promise.all(Array.from({ length: 5 }, () => end(back)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    refused(await end(back));
  });

  // ASVS 5.0: V10.1.2, V10.2.1, V10.2.2
  it('is that of the way there: no other state, code, binding, place or day', async () => {
    const elsewhere = await redress.elsewhere('lakeside', genericCharter);
    const [one, two] = [await begin(), await begin()];
    const [first, second] = [issuer.visit(one.address), issuer.visit(two.address)];
    refused(await end({ ...first, binding: two.binding }));
    refused(await end({ state: first.state, code: second.code, binding: one.binding }));
    refused(await end({ state: 'made up', code: second.code, binding: two.binding }));
    refused(await end({ ...second, binding: two.binding, jurisdiction: elsewhere.jurisdiction.slug }));
    refused(await end({ ...second, binding: two.binding, iss: 'https://evil.example' }));
    const late = await begin();
    const clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 6 * 60_000));
    refused(await end({ ...issuer.visit(late.address), binding: late.binding }));
    clock.mockRestore();
    expect((await begin('lakeside')).code).toBe('no-single-sign-on');
  });
});

describe('the provider', () => {
  // ASVS 5.0: V1.3.6
  it('is not asked where its address leads inside, nor where its own document sends us', async () => {
    const settings = redress.app.get(SignInSettings);
    const [before, asked, { port }] = [settings.origin, issuer.reached, new URL(issuer.url)];
    Reflect.set(settings, 'origin', 'https://oversight.example.gov');
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', 'localhost.']) {
      const provider = { issuer: `https://${host}:${port}`, clientId: CLIENT, clientSecret: 'the secret' };
      expect((await put('/api/v1/single-sign-on', provider)).status).toBe(204);
      expect((await begin()).code).toBe('provider-away');
    }
    Reflect.set(settings, 'origin', before);
    expect(issuer.reached).toBe(asked);
    await put('/api/v1/single-sign-on', { issuer: issuer.url, clientId: 'another', clientSecret: 'the secret' });
    issuer.sendsTo = `http://127.0.0.1:${port}`;
    const { address, binding } = await begin();
    const reached = issuer.reached;
    refused(await end({ ...issuer.visit(address), binding }));
    expect(issuer.reached).toBe(reached);
    issuer.sendsTo = null;
    await put('/api/v1/single-sign-on', { issuer: issuer.url, clientId: CLIENT, clientSecret: 'the secret' });
    expect((await round()).status).toBe(201);
  });
});

describe('a forged ID token', () => {
  // ASVS 5.0: V6.8.2, V9.1.1, V9.1.2, V9.1.3, V9.2.1, V9.2.3, V10.5.1, V10.5.4
  it('is tried in more than forty ways', () => {
    expect(Object.keys(FORGED_TOKENS).length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.keys(FORGED_TOKENS))('with %s signs nobody in', async (name) => {
    issuer.draw = FORGED_TOKENS[name]!;
    refused(await round());
  });

  it.each(LET_IN_WITHOUT)(
    'would sign somebody in where the %s is not looked at (planted)',
    async (forgotten, names) => {
      const planted = forgetOfIdTokens(forgotten, issuer);
      const tried = names.length > 0 ? names : ['alg none', 'another issuer', 'another audience', 'no nonce', 'no end'];
      const admitted: string[] = [];
      for (const name of tried) {
        issuer.draw = FORGED_TOKENS[name]!;
        if ((await round()).status === 201) admitted.push(name);
      }
      planted.mockRestore();
      expect(admitted).toEqual(names);
    },
  );

  it('is what was refused: the genuine one after it is taken', async () => {
    expect((await round()).status).toBe(201);
  });
});
