import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { RegisterDepartment, IssueDepartmentKey } from '../../src/identity/index.js';
import { Clock } from '../../src/platform/clock.js';
import { ClearSubmissions, RemindReporters } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { linesOf, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
const [OWN, SHERIFF] = ['NJ0010100', 'NJ0019900'];
let redress: TestApp;
let city: { id: string; key: string };
let sheriff: { id: string; key: string };
beforeAll(async () => {
  redress = await TestApp.start({
    ...genericCharter,
    forceReporting: {
      programmes: [
        ...genericCharter.forceReporting.programmes,
        {
          code: 'state',
          label: 'State',
          authority: 'Test',
          from: 'incident',
          within: { count: 24, unit: 'hours' },
          zeroReports: false,
        },
        {
          code: 'yearly',
          label: 'Yearly',
          authority: 'Test',
          from: 'year',
          within: { count: 31, unit: 'days' },
          zeroReports: false,
        },
      ],
    },
  });
  redress.app.get(Clock).now = () => new Date('2026-03-15T12:00:00Z');
  [city, sheriff] = [await department('Riverton PD', OWN), await department('Atlantic Sheriff', SHERIFF)];
  const { token } = await redress.staff('administrator');
  const assign = (ori: string, body: object) => redress.request('PUT', `${PATH}/oris/${ori}`, { as: token, body });
  expect((await assign(OWN, { departmentId: city.id, since: '2025-11' })).status).toBe(200);
  expect((await assign(SHERIFF, { departmentId: sheriff.id, reportedBy: city.id, since: '2026-01' })).status).toBe(200);
  expect((await assign('nj001', { departmentId: city.id, since: '2025-11' })).body.code).toBe('not-an-ori');
});
afterAll(() => redress.stop());

async function department(name: string, ori: string): Promise<{ id: string; key: string }> {
  const { id } = await redress.app.get(RegisterDepartment).run(redress.system, { name, ori });
  const { key } = await redress.app.get(IssueDepartmentKey).run(redress.system, id, 'records system');
  return { id, key };
}

const on = (as: string, method: 'GET' | 'PUT' | 'POST', path: string): Promise<Answer> =>
  redress.request(method, `${PATH}${path}`, { as });

async function report(as: string, number: string, over: object): Promise<Answer> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  return redress.request('POST', PATH, { as, body: sampleReport(number, over), headers });
}

/** state and lateness of the months of an ORI that are not simply not asked for */
async function months(as: string, ori: string, year: number): Promise<unknown[]> {
  const { body } = await on(as, 'GET', `/calendar?year=${year}`);
  const reporter = body.reporters.find((each: { ori: string }) => each.ori === ori);
  return reporter.months
    .filter(({ state }: { state: string }) => state !== 'not-asked')
    .map(({ month, state, lateFor }: { month: string; state: string; lateFor: string[] }) => [
      month,
      state,
      ...lateFor,
    ]);
}

describe('GET /api/v1/use-of-force-reports/calendar', () => {
  it('shows per ORI and month what was said, what is missing and since when, and what came late', async () => {
    expect((await on(city.key, 'PUT', '/zero/2025-11')).body.code).toBe('ori-needed');
    expect((await on(city.key, 'PUT', `/zero/2025-11?ori=${OWN}`)).body).toMatchObject({ ori: OWN, month: '2025-11' });
    expect((await on(city.key, 'PUT', '/zero/2025-11?ori=NJ0000000')).body.code).toBe('ori-not-yours');
    expect((await on(sheriff.key, 'PUT', `/zero/2026-01?ori=${SHERIFF}`)).body.code).toBe('ori-not-yours');
    const late = await report(city.key, 'C-1', { occurredOn: '2025-12-30' });
    expect(late.body.lateFor).toEqual(['fbi', 'state', 'yearly']);
    const inTime = await report(city.key, 'C-2', { occurredOn: '2026-03-14', occurredHour: 8, agencyOri: SHERIFF });
    expect(inTime.body.lateFor).toEqual([]);
    expect((await report(city.key, 'C-3', { agencyOri: 'NJ0000000' })).body.code).toBe('ori-not-yours');
    expect(await months(city.key, OWN, 2025)).toEqual([
      ['2025-11', 'zero', 'fbi'],
      ['2025-12', 'reported', 'fbi', 'state', 'yearly'],
    ]);
    expect(await months(city.key, OWN, 2026)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => [
        `2026-${month}`,
        month < '03' ? 'missing' : 'running',
      ]),
    );
    expect((await months(city.key, SHERIFF, 2026)).slice(0, 4)).toEqual([
      ['2026-01', 'missing'],
      ['2026-02', 'missing'],
      ['2026-03', 'reported'],
      ['2026-04', 'running'],
    ]);
    const { body } = await on(city.key, 'GET', '/calendar?year=2026');
    expect(body.reporters[1].months.slice(0, 2).map(({ waiting }: { waiting: unknown }) => waiting)).toEqual([
      [{ programme: 'fbi', dueOn: '2026-03-02', overdue: true }],
      [{ programme: 'fbi', dueOn: '2026-03-30', overdue: false }],
    ]);
    expect((await on(sheriff.key, 'GET', '/calendar?year=2026')).body.reporters).toEqual([]);
  });

  it('is seen by staff for everybody, or for one', async () => {
    const { token } = await redress.staff('auditor');
    const other = await redress.department('Lakeside PD');
    const oris = async (query: string) =>
      (await on(token, 'GET', `/calendar?year=2026${query}`)).body.reporters.map(
        ({ ori }: { ori: string | null }) => ori,
      );
    expect(await oris('')).toEqual([SHERIFF, null, OWN]);
    expect(await oris(`&departmentId=${other.id}`)).toEqual([null]);
    expect((await on(token, 'GET', '/calendar?year=soon')).status).toBe(422);
  });

  it('forgets a zero report for the incident that takes its place, under its ORI alone', async () => {
    for (const ori of [OWN, SHERIFF]) await on(city.key, 'PUT', `/zero/2026-02?ori=${ori}`);
    await report(city.key, 'C-4', { occurredOn: '2026-02-11', agencyOri: SHERIFF });
    expect((await months(city.key, OWN, 2026))[1]).toEqual(['2026-02', 'zero']);
    expect((await months(city.key, SHERIFF, 2026))[1]).toEqual(['2026-02', 'reported', 'state']);
    const { rows } = await redress.database.owner.query(
      `SELECT ori, replaced_by IS NOT NULL AS replaced FROM redress.zero_report WHERE month = '2026-02-01' ORDER BY 1`,
    );
    expect(rows).toEqual([
      { ori: OWN, replaced: false },
      { ori: SHERIFF, replaced: true },
    ]);
  });
});

describe('the reminder', () => {
  it('puts into the inbox of whoever reports what is missing, once', async () => {
    const remind = () => redress.app.get(RemindReporters).run(redress.jurisdiction.id);
    expect((await remind()).notices).toBe(2);
    expect((await remind()).notices).toBe(0);
    const { body } = await on(city.key, 'GET', '/inbox');
    expect(
      body.notices
        .map(({ ori, month, programme, dueOn, readAt }: Record<string, unknown>) => [
          ori,
          month,
          programme,
          dueOn,
          readAt,
        ])
        .sort(),
    ).toEqual([
      [OWN, '2026-01', 'fbi', '2026-03-02', null],
      [SHERIFF, '2026-01', 'fbi', '2026-03-02', null],
    ]);
    const path = `/inbox/${body.notices[0].id}/read`;
    expect((await on(sheriff.key, 'POST', path)).status).toBe(404);
    expect((await on(city.key, 'POST', path)).status).toBe(204);
    expect((await on(city.key, 'GET', '/inbox')).body.notices[0].readAt).not.toBeNull();
    expect((await on(sheriff.key, 'GET', '/inbox')).body.notices).toEqual([]);
  });

  it('clears rejected records when their time is up, and what is left of submissions that broke off', async () => {
    const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'to-be-cleared' };
    await redress.request('POST', `${PATH}/bulk`, { as: city.key, body: linesOf([{}]), headers });
    const { owner } = redress.database;
    await owner.query(
      `INSERT INTO redress.use_of_force_submission (jurisdiction_id, id, department_id, format, all_or_nothing, begun_at)
       SELECT jurisdiction_id, gen_random_uuid(), id, 'json', false, '2026-03-13' FROM redress.department WHERE id = $1`,
      [city.id],
    );
    const left = async () => {
      await redress.app.get(ClearSubmissions).run(redress.jurisdiction.id);
      const { rows } = await owner.query(
        `SELECT (SELECT count(*)::int FROM redress.use_of_force_submission) AS submissions, (SELECT count(*)::int FROM redress.use_of_force_reject) AS rejects`,
      );
      return rows[0];
    };
    expect(await left()).toEqual({ submissions: 1, rejects: 1 });
    redress.app.get(Clock).now = () => new Date('2026-06-20T12:00:00Z');
    expect(await left()).toEqual({ submissions: 1, rejects: 0 });
    await expect(owner.query('UPDATE redress.use_of_force_submission SET bytes = 1')).rejects.toMatchObject({
      code: 'RD001',
    });
  });
});
