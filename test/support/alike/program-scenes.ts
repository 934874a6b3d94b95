import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { newId } from '../../../src/platform/identifiers.js';
import { created } from '../../complaint/case-builder.js';
import { claimsOf, type Client, signed } from '../../identity/forged-assertions.js';
import { sampleReport } from '../../use-of-force-report/sample-report.js';
import type { TestApp } from '../test-app.js';
import { asForm, inTurn, many, type Scene, type Sent } from './scene.js';

const plain = (id: string): string => id.replaceAll('-', '');
const REPORTS = '/api/v1/use-of-force-reports';
const get = (url: string, as: string): Sent => ({ method: 'GET', url, headers: { authorization: `Bearer ${as}` } });

/** Departments' keys: that are not there, with a wrong secret, and revoked. */
export async function keyScene(redress: TestApp, count: number): Promise<Scene> {
  const administrator = await redress.staff('administrator');
  const keys = await many(count, async (at) => (await redress.department(`Key PD ${at}`)).key);
  const revoked = await many(count, async (at) => {
    const { id, key } = await redress.department(`Former PD ${at}`);
    const { body } = await redress.request('GET', `/api/v1/departments/${id}/access`, { as: administrator.token });
    const url = `/api/v1/departments/${id}/keys/${body.keys[0].id}/revocation`;
    await redress.request('POST', url, { as: administrator.token });
    return key;
  });
  const [known, former] = [inTurn(keys), inTurn(revoked)];
  const secret = (): string => randomBytes(32).toString('base64url');
  const show = (key: string): Sent => get(`${REPORTS}/mine`, key);
  return {
    name: 'a department’s key',
    status: 401,
    missing: () => show(`rk_${plain(redress.jurisdiction.id)}_${plain(newId())}_${secret()}`),
    others: {
      'with a wrong secret': () => show(`${known().slice(0, -43)}${secret()}`),
      revoked: () => show(former()),
    },
  };
}

/** Clients of the token endpoint: that are not there, whose signature is another's, by an algorithm not theirs, revoked. */
export async function clientScene(redress: TestApp, count: number): Promise<Scene> {
  const administrator = await redress.staff('administrator');
  const { id: departmentId } = await redress.department('Client PD');
  const thief = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const clients = await many(count, async (at) => {
    const { id } = at % 2 === 0 ? await redress.department(`Client PD ${at}`) : { id: departmentId };
    return client(redress, { as: administrator.token, departmentId: id, revoke: at % 2 === 1 });
  });
  const [known, former] = [
    inTurn(clients.filter((_, at) => at % 2 === 0)),
    inTurn(clients.filter((_, at) => at % 2 === 1)),
  ];
  const ask = async (of: Pick<Client, 'clientId'>, key: KeyObject): Promise<Sent> =>
    asForm('/api/v1/oauth/token', {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signed(claimsOf(of as Client), key),
    });
  return {
    name: 'a client of the token endpoint',
    status: 401,
    missing: () => ask({ clientId: `rc_${plain(redress.jurisdiction.id)}_${plain(newId())}` }, thief),
    others: {
      'with another’s signature': () => ask(known(), thief),
      revoked: () => {
        const one = former();
        return ask(one, one.key);
      },
    },
  };
}

async function client(
  redress: TestApp,
  { as, departmentId, revoke }: { as: string; departmentId: string; revoke: boolean },
): Promise<Client> {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const url = `/api/v1/departments/${departmentId}/clients`;
  const body = { label: 'records', publicKey: publicKey.export({ format: 'jwk' }), scopes: ['read'] };
  const { id, clientId } = created(await redress.request('POST', url, { as, body }));
  if (revoke) await redress.request('POST', `${url}/${id}/revocation`, { as });
  return { departmentId, id, clientId, key, publicKey };
}

/** A department asks for a report: that is not there, and another department's. */
export async function reportScene(redress: TestApp, count: number): Promise<Scene> {
  const [own, other] = [await redress.department('Asking PD'), await redress.department('Telling PD')];
  await redress.database.owner.query(`UPDATE redress.reporting_ori SET since = '2024-01-01'`);
  await redress.database.owner.query(`UPDATE redress.department SET created_at = '2024-01-01'`);
  const reports = await many(count, async (at) => {
    const headers = { 'idempotency-key': `the-report-${at}-of-many` };
    return created(await redress.request('POST', REPORTS, { as: other.key, body: sampleReport(`T-${at}`), headers }))
      .id;
  });
  const next = inTurn<string>(reports);
  return {
    name: 'a report, asked for by a department',
    status: 404,
    missing: () => get(`${REPORTS}/mine/${newId()}`, own.key),
    others: { 'another department’s': () => get(`${REPORTS}/mine/${next()}`, own.key) },
  };
}
