import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { RegisterStaff } from '../../../src/identity/index.js';
import { created } from '../../complaint/case-builder.js';
import { SoftwareAuthenticator } from '../../identity/software-authenticator.js';
import { PASSWORD, type TestApp } from '../test-app.js';
import { asJson, inTurn, many, type Scene } from './scene.js';

const name = (kind: string): string => `${kind}-${String(randomInt(1e9)).padStart(9, '0')}`;

/** Who signs in with a wrong password: nobody of that name, somebody, who is locked out, who has left, who has a device. */
export async function passwordScene(redress: TestApp, count: number): Promise<Scene> {
  const { owner } = redress.database;
  const registered = (kind: string) =>
    many(count, async () => {
      const person = { signInName: name(kind), displayName: kind, password: PASSWORD, roles: ['clerk' as const] };
      const { id } = await redress.app.get(RegisterStaff).run(redress.system, person);
      return { id, signInName: person.signInName };
    });
  const [known, locked, gone, careful] = [
    await registered('known'),
    await registered('close'),
    await registered('leave'),
    await registered('wears'),
  ];
  const ids = (people: { id: string }[]): string[] => people.map(({ id }) => id);
  await owner.query(`UPDATE redress.staff SET locked_until = now() + interval '9 years' WHERE id = ANY ($1)`, [
    ids(locked),
  ]);
  await owner.query('UPDATE redress.staff SET disabled_at = now() WHERE id = ANY ($1)', [ids(gone)]);
  await owner.query(
    `INSERT INTO redress.second_factor (jurisdiction_id, staff_id, secret_cipher, confirmed_at)
     SELECT $1, unnest($2::uuid[]), '\\x00', now()`,
    [redress.jurisdiction.id, ids(careful)],
  );
  const attempt = (signInName: string) =>
    asJson('POST', '/api/v1/sessions', {
      ...{ jurisdiction: redress.jurisdiction.slug, signInName },
      password: randomBytes(12).toString('hex'),
    });
  const of = (people: { signInName: string }[]) => {
    const next = inTurn(people);
    return () => attempt(next().signInName);
  };
  return {
    name: 'a name, signing in with a wrong password',
    status: 401,
    missing: () => attempt(name('ghost')),
    others: {
      known: of(known),
      'locked out': of(locked),
      'who has left': of(gone),
      'with a second factor': of(careful),
    },
    mend: {
      every: count * 3,
      work: async () => {
        await owner.query(
          'UPDATE redress.staff SET failed_sign_ins = 0, locked_until = NULL WHERE id = ANY ($1) AND failed_sign_ins > 0',
          [[...ids(known), ...ids(careful)]],
        );
      },
    },
  };
}

/** Passkeys: that nobody has, and somebody's with a signature that is not the device's. */
export async function passkeyScene(redress: TestApp, count: number): Promise<Scene> {
  const mine = '/api/v1/my-account/passkeys';
  const { slug: jurisdiction } = redress.jurisdiction;
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const known = await many(count, async () => {
    const { token: as } = await redress.staff('clerk');
    const device = new SoftwareAuthenticator();
    const { publicKey } = (await redress.request('POST', `${mine}/challenge`, { as })).body;
    const body = { label: 'desk', response: device.create(publicKey) };
    created(await redress.request('POST', mine, { as, body }));
    return device;
  });
  const use = async (device: SoftwareAuthenticator, credentialId = device.credentialId) => {
    const body = { jurisdiction };
    const { publicKey } = (await redress.request('POST', '/api/v1/sessions/passkey-challenge', { body })).body;
    const response = device.get(publicKey, { key, credentialId });
    return asJson('POST', '/api/v1/sessions/passkey', { jurisdiction, response });
  };
  const next = inTurn(known);
  const nobodys = new SoftwareAuthenticator();
  return {
    name: 'a passkey, with a forged signature',
    status: 401,
    missing: () => use(nobodys, randomBytes(32)),
    others: { 'somebody’s': () => use(next()) },
  };
}

/** A session's token: that nobody was given, and of a session that has ended. */
export async function sessionScene(redress: TestApp, count: number): Promise<Scene> {
  const ended = await many(count, async () => {
    const { token } = await redress.staff('clerk');
    await redress.request('DELETE', '/api/v1/sessions/current', { as: token });
    return token;
  });
  const next = inTurn(ended);
  const place = redress.jurisdiction.id.replaceAll('-', '');
  const show = (token: string) => ({
    ...{ method: 'GET' as const, url: '/api/v1/sessions/current' },
    headers: { authorization: `Bearer ${token}` },
  });
  return {
    name: 'a session’s token',
    status: 401,
    missing: () => show(`rs_${place}_${randomBytes(32).toString('base64url')}`),
    others: { 'of a session that has ended': () => show(next()) },
  };
}
