import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { controllersOf, routesOf } from '../architecture/routes-without-permission.js';
import { linesOf, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let own: { id: string; key: string };
let other: { id: string; key: string };
let reportId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  own = await redress.department('Riverton PD');
  other = await redress.department('Lakeside PD');
  const headers = { 'idempotency-key': 'the-first-report' };
  const { body } = await redress.request('POST', PATH, { as: own.key, body: sampleReport('W-1'), headers });
  reportId = body.id;
  const { token } = await redress.staff('supervisor');
  await redress.request('POST', `${PATH}/${reportId}/review`, {
    as: token,
    body: { decision: 'return', reasons: 'Once more.' },
  });
});
afterAll(() => redress.stop());

interface Attempt {
  method: 'GET' | 'POST' | 'PUT';
  url: () => string;
  body?: unknown;
  headers?: Record<string, string>;
  status: number;
}

/** What another department's key does to this one's report on each route, and what it is told. */
const ATTEMPTS: Record<string, Attempt> = {
  'GET mine': { method: 'GET', url: () => `${PATH}/mine`, status: 200 },
  'GET mine/:reportId': { method: 'GET', url: () => `${PATH}/mine/${reportId}`, status: 404 },
  'GET mine/:reportId/programmes': { method: 'GET', url: () => `${PATH}/mine/${reportId}/programmes`, status: 404 },
  'GET :reportId/programmes': { method: 'GET', url: () => `${PATH}/${reportId}/programmes`, status: 403 },
  'GET mine/:reportId/versions': { method: 'GET', url: () => `${PATH}/mine/${reportId}/versions`, status: 404 },
  'GET mine/:reportId/versions/:number/diff': {
    method: 'GET',
    url: () => `${PATH}/mine/${reportId}/versions/1/diff`,
    status: 404,
  },
  'POST mine/:reportId/amendments': {
    method: 'POST',
    url: () => `${PATH}/mine/${reportId}/amendments`,
    body: { kind: 'withdraw', reason: 'Not theirs.' },
    headers: { 'if-match': '"2"' },
    status: 404,
  },
  'GET :reportId/versions': { method: 'GET', url: () => `${PATH}/${reportId}/versions`, status: 403 },
  'GET :reportId/versions/:number/diff': {
    method: 'GET',
    url: () => `${PATH}/${reportId}/versions/1/diff`,
    status: 403,
  },
  'GET :reportId/complaints': { method: 'GET', url: () => `${PATH}/${reportId}/complaints`, status: 403 },
  'POST validate': { method: 'POST', url: () => `${PATH}/validate`, body: sampleReport('W-1'), status: 200 },
  'PUT mine/:reportId': {
    method: 'PUT',
    url: () => `${PATH}/mine/${reportId}`,
    body: sampleReport('W-1'),
    headers: { 'if-match': '"2"' },
    status: 404,
  },
  'GET ': { method: 'GET', url: () => PATH, status: 403 },
  'GET :reportId': { method: 'GET', url: () => `${PATH}/${reportId}`, status: 403 },
  'POST :reportId/review': {
    method: 'POST',
    url: () => `${PATH}/${reportId}/review`,
    body: { decision: 'accept' },
    status: 403,
  },
  'POST ': {
    method: 'POST',
    url: () => PATH,
    body: sampleReport('W-1'),
    headers: { 'idempotency-key': 'the-first-report' },
    status: 201,
  },
  'POST bulk': {
    method: 'POST',
    url: () => `${PATH}/bulk`,
    body: linesOf([sampleReport('W-1', { county: 'Elsewhere' })]),
    headers: { 'idempotency-key': 'the-first-bulk', 'content-type': 'application/x-ndjson' },
    status: 200,
  },
  'PUT zero/:month': { method: 'PUT', url: () => `${PATH}/zero/2024-01`, status: 200 },
};

async function ofOwn(): Promise<unknown> {
  const { rows } = await redress.database.owner.query(
    `SELECT r.*, (SELECT count(*)::int FROM redress.history_event e WHERE e.subject_id = r.id) AS events,
            (SELECT count(*)::int FROM redress.zero_report z WHERE z.department_id = r.department_id) AS zeros
       FROM redress.use_of_force_report r WHERE r.department_id = $1`,
    [own.id],
  );
  return rows;
}

describe("another department's key", () => {
  it('is tried on every route there is', () => {
    const routes = routesOf(controllersOf(redress.app)).filter(({ name }) => name.includes(PATH));
    const tried = routes.map(({ name }) =>
      name.replace(/^(\w+) \/+api\/v1\/use-of-force-reports\/?(\S*) .*$/, '$1 $2').replace(/\/+$/, ''),
    );
    expect(tried.sort()).toEqual(Object.keys(ATTEMPTS).sort());
  });

  it.each(Object.entries(ATTEMPTS))(
    'sees and touches nothing by %s',
    async (_, { method, url, body, headers, status }) => {
      const before = await ofOwn();
      const answer = await redress.request(method, url(), { as: other.key, body, ...(headers ? { headers } : {}) });
      expect(answer.status).toBe(status);
      expect(answer.text).not.toContain(reportId);
      expect(await ofOwn()).toEqual(before);
    },
  );

  it('is told the same of a report that is hidden as of one that is not there', async () => {
    const [hidden, missing] = await Promise.all(
      [reportId, '018f0000-0000-7000-8000-000000000001'].map((id) =>
        redress.request('GET', `${PATH}/mine/${id}`, { as: other.key }),
      ),
    );
    const { id: _, ...ofHidden } = hidden!.body;
    const { id: __, ...ofMissing } = missing!.body;
    expect(ofHidden).toEqual(ofMissing);
  });

  it('lists its own alone, page by page, the newest first', async () => {
    for (const number of ['L-1', 'L-2', 'L-3']) {
      await redress.request('POST', PATH, {
        as: own.key,
        body: sampleReport(number),
        headers: { 'idempotency-key': `list-${number}` },
      });
    }
    const first = await redress.request('GET', `${PATH}/mine?limit=2`, { as: own.key });
    expect(first.body.reports.map((report: { reportNumber: string }) => report.reportNumber)).toEqual(['L-3', 'L-2']);
    const second = await redress.request('GET', `${PATH}/mine?limit=2&after=${first.body.next}`, { as: own.key });
    expect(second.body.reports.map((report: { reportNumber: string }) => report.reportNumber)).toEqual(['L-1', 'W-1']);
    expect(second.body.next).toBeNull();
  });
});

describe('the oversight staff', () => {
  it("see all departments' reports, or those that they ask for", async () => {
    const { token } = await redress.staff('director');
    const list = async (query: string) => (await redress.request('GET', `${PATH}${query}`, { as: token })).body.reports;
    const names = new Set((await list('')).map((report: { departmentName: string }) => report.departmentName));
    expect(names).toEqual(new Set(['Riverton PD', 'Lakeside PD']));
    expect((await list('?status=returned')).map((report: { id: string }) => report.id)).toEqual([reportId]);
    const ofOther = await list(`?departmentId=${other.id}`);
    expect(new Set(ofOther.map((report: { departmentId: string }) => report.departmentId))).toEqual(
      new Set([other.id]),
    );
    expect((await redress.request('GET', `${PATH}?limit=1000`, { as: token })).status).toBe(422);
  });
});
