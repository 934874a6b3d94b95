import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RemindReporters } from '../../src/use-of-force-report/index.js';
import { grantsHeld, type Permission } from '../../src/identity/rules/permissions.js';
import { controllersOf, type Route, routesOf } from '../architecture/routes-without-permission.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { footprintOf } from './footprint.js';
import { linesOf, sampleReport } from './sample-report.js';
import { simpleMapping } from './simple-mapping.js';

const PATH = '/api/v1/use-of-force-reports';
/** Stands in everything that the one department tells, and may stand in nothing that another is told. */
const MARK = 'Quillhaven';
let redress: TestApp;
let own: { id: string; key: string };
let other: { id: string; key: string };
let ids: Record<string, string>;
beforeAll(async () => {
  redress = await TestApp.start();
  own = await redress.department(`${MARK} PD`);
  other = await redress.department('Lakeside PD');
  await redress.database.owner.query(`UPDATE redress.reporting_ori SET since = '2024-01-01'`);
  await redress.database.owner.query(`UPDATE redress.department SET created_at = '2024-01-01'`);
  ids = await tellEverything(own.key);
  const { token } = await redress.staff('supervisor');
  const body = { decision: 'return', reasons: 'Once more.' };
  await redress.request('POST', `${PATH}/${ids['reportId']}/review`, { as: token, body });
  await redress.app.get(RemindReporters).run(redress.jurisdiction.id);
  const inbox = await redress.request('GET', `${PATH}/inbox`, { as: own.key });
  ids['noticeId'] = inbox.body.notices[0].id;
});
afterAll(() => redress.stop());

/** Something of each kind that a department can have. */
async function tellEverything(as: string): Promise<Record<string, string>> {
  const told = { county: MARK, ambush: { state: 'pending' as const } };
  const keyed = (key: string, type = 'application/json') => ({ 'idempotency-key': key, 'content-type': type });
  const report = await redress.request('POST', PATH, {
    as,
    body: sampleReport(`${MARK}-1`, told),
    headers: keyed('the-first-report'),
  });
  const lines = linesOf([sampleReport(`${MARK}-2`, told), { ...sampleReport(`${MARK}-3`), setting: MARK }]);
  const headers = keyed('the-first-bulk', 'application/x-ndjson');
  const bulk = await redress.request('POST', `${PATH}/bulk`, { as, body: lines, headers });
  const draft = await redress.request('POST', `${PATH}/drafts`, { as, body: told });
  await redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as, body: simpleMapping({ value: MARK }) });
  await redress.request('PUT', `${PATH}/zero/2025-01`, { as });
  return { reportId: report.body.id, submissionId: bulk.body.submissionId, draftId: draft.body.id, name: 'own' };
}

const OTHER_PLACES: Record<string, string> = { month: '2024-02', ori: 'NJ0010100', jurisdiction: 'riverton' };
const NOBODY = '018f0000-0000-7000-8000-000000000001';
/** Bodies by which a route would do something, if it did. */
const BODIES: Record<string, unknown> = {
  [`POST ${PATH}`]: sampleReport('W-1'),
  [`PUT ${PATH}/mine/:reportId`]: sampleReport(`${MARK}-1`),
  [`POST ${PATH}/mine/:reportId/amendments`]: { kind: 'withdraw', reason: 'Not mine.' },
  [`POST ${PATH}/:reportId/review`]: { decision: 'accept' },
  [`POST ${PATH}/drafts`]: { county: 'Elsewhere' },
  [`PUT ${PATH}/drafts/:draftId`]: { county: 'Elsewhere' },
  [`PUT /api/v1/use-of-force-mappings/:name`]: simpleMapping({ value: 'Elsewhere' }),
};

type Attempt = ReturnType<typeof attemptOf>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function attemptOf({ name }: Route) {
  const [, method = '', path = ''] = /^(\w+) (\S+)/.exec(name) ?? [];
  const pattern = path.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
  return { name: `${method} ${pattern}`, method: method as Method, pattern };
}

/** With the ids of what is the one department's, whatever the route calls them. */
async function send({ name, method, pattern }: Attempt, as: string): Promise<Answer> {
  const url = pattern.replaceAll(/:(\w+)/g, (_, key: string) => ids[key] ?? OTHER_PLACES[key] ?? NOBODY);
  const bulk = pattern === `${PATH}/bulk`;
  const headers = {
    ...{ 'idempotency-key': bulk ? 'the-first-bulk' : 'the-first-report', 'if-match': '"1"' },
    ...(bulk ? { 'content-type': 'application/x-ndjson' } : {}),
  };
  const query = pattern.endsWith('/calendar') ? `?year=2025&departmentId=${own.id}` : '';
  const body = bulk
    ? linesOf([sampleReport('W-2')])
    : (BODIES[name] ?? (method === 'GET' || method === 'DELETE' ? undefined : {}));
  return redress.request(method, url + query, { as, headers, ...(body === undefined ? {} : { body }) });
}
const routes = (): Attempt[] => routesOf(controllersOf(redress.app)).map(attemptOf);

describe("another department's key", () => {
  // ASVS 5.0: V8.2.2
  it('on every route that there is sees nothing of a department and touches nothing', async () => {
    const before = await footprintOf(redress.database.owner, own.id);
    const full = Object.entries(before)
      .filter(([, hash]) => !hash.startsWith('0 '))
      .map(([name]) => name);
    expect(full).toEqual(
      expect.arrayContaining([
        'department_notice',
        'use_of_force_draft',
        'use_of_force_mapping',
        'use_of_force_reject',
        'use_of_force_report',
        'use_of_force_submission',
        'zero_report',
      ]),
    );
    const all = routes().filter(({ pattern }) => !/jurisdictions\/:jurisdiction|\/docs|sessions/.test(pattern));
    expect(all.length).toBeGreaterThan(100);
    const leaks: string[] = [];
    for (const attempt of all) {
      const { status, text } = await send(attempt, other.key);
      if (text.includes(MARK) || (text.includes(own.id) && !attempt.pattern.includes('departmentId')))
        leaks.push(`${attempt.name}: told (${status})`);
      const after = await footprintOf(redress.database.owner, own.id);
      if (JSON.stringify(after) !== JSON.stringify(before)) leaks.push(`${attempt.name}: touched (${status})`);
    }
    expect(leaks).toEqual([]);
  });

  it('would be found out: the department itself is told of what is its own on these routes, and touches it on those', async () => {
    const mine = routesOf(controllersOf(redress.app))
      .filter(
        ({ permission }) => permission !== undefined && grantsHeld(permission as Permission, ['department']).length > 0,
      )
      .map(attemptOf);
    const told: string[] = [];
    for (const attempt of mine.filter(({ method }) => method === 'GET')) {
      const { text } = await send(attempt, own.key);
      if (text.includes(MARK) || text.includes(own.id)) told.push(attempt.name);
    }
    expect(told).toEqual(
      expect.arrayContaining(
        [
          'mine',
          'mine/:reportId',
          'mine/:reportId/receipt',
          'drafts',
          'drafts/:draftId',
          'submissions/:submissionId/receipt',
          'submissions/:submissionId/rejects',
          ...['calendar', 'pending-answers'],
        ].map((path) => `GET ${PATH}/${path}`),
      ),
    );
    const touched: string[] = [];
    for (const attempt of mine.filter(({ method }) => method !== 'GET')) {
      const before = await footprintOf(redress.database.owner, own.id);
      await send(attempt, own.key);
      if (JSON.stringify(await footprintOf(redress.database.owner, own.id)) !== JSON.stringify(before))
        touched.push(attempt.name);
    }
    expect(touched).toEqual(
      expect.arrayContaining([
        `POST ${PATH}/drafts`,
        `PUT ${PATH}/drafts/:draftId`,
        `POST ${PATH}/inbox/:noticeId/read`,
        `PUT /api/v1/use-of-force-mappings/:name`,
        `PUT ${PATH}/zero/:month`,
      ]),
    );
  });

  it('is told the same of a report that is hidden as of one that is not there', async () => {
    const [hidden, missing] = await Promise.all(
      [ids['reportId'], NOBODY].map((id) => redress.request('GET', `${PATH}/mine/${id}`, { as: other.key })),
    );
    const { id: _, ...ofHidden } = hidden!.body;
    const { id: __, ...ofMissing } = missing!.body;
    expect(ofHidden).toEqual(ofMissing);
  });

  it('lists its own alone, page by page, the newest first', async () => {
    const { key } = await redress.department('Hilltop PD');
    for (const number of ['L-1', 'L-2', 'L-3'])
      await redress.request('POST', PATH, {
        as: key,
        body: sampleReport(number),
        headers: { 'idempotency-key': `list-${number}` },
      });
    const first = await redress.request('GET', `${PATH}/mine?limit=2`, { as: key });
    expect(first.body.reports.map((report: { reportNumber: string }) => report.reportNumber)).toEqual(['L-3', 'L-2']);
    const second = await redress.request('GET', `${PATH}/mine?limit=2&after=${first.body.next}`, { as: key });
    expect(second.body.reports.map((report: { reportNumber: string }) => report.reportNumber)).toEqual(['L-1']);
    expect(second.body.next).toBeNull();
  });
});

describe('the oversight staff', () => {
  it("see all departments' reports, or those that they ask for", async () => {
    const { token } = await redress.staff('director');
    const list = async (query: string) => (await redress.request('GET', `${PATH}${query}`, { as: token })).body.reports;
    const names = new Set((await list('')).map((report: { departmentName: string }) => report.departmentName));
    expect(names).toEqual(new Set([`${MARK} PD`, 'Lakeside PD', 'Hilltop PD']));
    const ofOther = await list(`?departmentId=${other.id}`);
    expect(new Set(ofOther.map((report: { departmentId: string }) => report.departmentId))).toEqual(
      new Set([other.id]),
    );
    expect((await redress.request('GET', `${PATH}?limit=1000`, { as: token })).status).toBe(422);
  });
});
