import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDraft } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
let reviewer: string;
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
  ({ token: reviewer } = await redress.staff('supervisor'));
});
afterAll(() => redress.stop());

async function accepted(number: string, over: Partial<ReportDraft> = {}): Promise<string> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  const body = sampleReport(number, over);
  const { body: receipt } = await redress.request('POST', PATH, { as: department.key, body, headers });
  const review = await redress.request('POST', `${PATH}/${receipt.id}/review`, {
    as: reviewer,
    body: { decision: 'accept' },
  });
  expect(review.status).toBe(200);
  return receipt.id;
}

const amend = (id: string, version: number, body: object, as = department.key): Promise<Answer> =>
  redress.request('POST', `${PATH}/mine/${id}/amendments`, { as, body, headers: { 'if-match': `"${version}"` } });
const get = (url: string, as = reviewer): Promise<Answer> => redress.request('GET', url, { as });

describe('an amendment of a report', () => {
  it('corrects what was told: the review is open again, the diff and every telling are kept', async () => {
    const id = await accepted('M-1');
    const first = sampleReport('M-1');
    const second = sampleReport('M-1', { county: 'Bergen', ambush: { state: 'pending' } });
    const answer = await amend(id, 2, { kind: 'correct', reason: 'The county was wrong.', report: second });
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"3"']);
    const changes = [
      { path: '/county', before: 'Atlantic', after: 'Bergen' },
      { path: '/ambush', before: null, after: { state: 'pending' } },
    ];
    expect(answer.body).toEqual({ status: 'submitted', version: 3, changes });
    expect((await get(`${PATH}/${id}`)).body).toMatchObject({ status: 'submitted', county: 'Bergen' });
    const third = { ...second, ambush: false };
    expect(
      (await amend(id, 3, { kind: 'supplement', reason: 'It is known now.', report: third })).body.changes,
    ).toEqual([{ path: '/ambush', before: { state: 'pending' }, after: false }]);
    const { versions } = (await get(`${PATH}/${id}/versions`)).body;
    expect(versions.map(({ report }: { report: unknown }) => report)).toEqual([first, second, third]);
    expect(
      versions.map(({ number, amendment }: { number: number; amendment: { kind: string } | null }) => [
        number,
        amendment?.kind ?? null,
      ]),
    ).toEqual([
      [1, null],
      [2, 'correct'],
      [3, 'supplement'],
    ]);
    expect((await get(`${PATH}/${id}/versions/2/diff`)).body).toEqual({ number: 2, changes });
    expect((await get(`${PATH}/${id}/versions/1/diff`)).body).toEqual({ number: 1, changes: [] });
    expect((await get(`${PATH}/mine/${id}/versions/3/diff`, department.key)).body.changes).toHaveLength(1);
    for (const number of ['0', '4', 'x', '-1', '99999999999'])
      expect((await get(`${PATH}/${id}/versions/${number}/diff`)).status).toBe(404);
  });

  it('supplements without altering an answer, and changes something', async () => {
    const id = await accepted('M-2', { lighting: null });
    const altered = sampleReport('M-2', { lighting: ['Daylight'], county: 'Bergen' });
    const refused = await amend(id, 2, { kind: 'supplement', reason: 'More.', report: altered });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: '/report/county', code: 'supplement-alters' })],
    ]);
    const same = await amend(id, 2, {
      kind: 'correct',
      reason: 'More.',
      report: sampleReport('M-2', { lighting: null }),
    });
    expect([same.status, same.body.code]).toEqual([422, 'nothing-changed']);
    const other = await amend(id, 2, { kind: 'correct', reason: 'More.', report: sampleReport('M-22') });
    expect(other.body.code).toBe('report-number-fixed');
    const spoilt = await amend(id, 2, { kind: 'correct', reason: 'More.', report: { ...altered, force: [] } });
    expect([spoilt.status, spoilt.body.errors[0].path]).toEqual([422, '/force']);
    expect((await amend(id, 2, { kind: 'correct', reason: '  ', report: altered })).status).toBe(422);
    expect((await get(`${PATH}/${id}`)).body).toMatchObject({ status: 'accepted', version: 2 });
  });

  it('withdraws: the report stays with its reason, and nothing more is done to it', async () => {
    const id = await accepted('M-3');
    const withReport = { kind: 'withdraw', reason: 'Another agency’s.', report: sampleReport('M-3') };
    expect((await amend(id, 2, withReport)).body.code).toBe('withdrawal-with-report');
    const { body } = await amend(id, 2, { kind: 'withdraw', reason: 'Another agency’s.' });
    expect(body).toEqual({ status: 'withdrawn', version: 3, changes: [] });
    expect((await amend(id, 3, { kind: 'withdraw', reason: 'Again.' })).body.code).toBe('withdrawn-already');
    const review = await redress.request('POST', `${PATH}/${id}/review`, {
      as: reviewer,
      body: { decision: 'accept' },
    });
    expect([review.status, review.body.code]).toEqual([409, 'status-forbids']);
    expect((await get(`${PATH}/${id}/versions`)).body.versions).toMatchObject([
      { number: 1, withdrawal: { reason: 'Another agency’s.' }, report: sampleReport('M-3') },
    ]);
  });

  it('is a department’s own, of the version that it read, and of two at once one is taken', async () => {
    const id = await accepted('M-4');
    const other = await redress.department('Lakeside PD');
    const told = (county: string): object => ({
      kind: 'correct',
      reason: 'Wrong.',
      report: sampleReport('M-4', { county }),
    });
    expect((await amend(id, 2, told('Essex'), other.key)).status).toBe(404);
    expect((await get(`${PATH}/mine/${id}/versions`, other.key)).status).toBe(404);
    expect((await get(`${PATH}/mine/${id}/versions/1/diff`, other.key)).status).toBe(404);
    expect((await amend(id, 1, told('Essex'))).body.code).toBe('stale');
    const answers = await Promise.all([amend(id, 2, told('Essex')), amend(id, 2, told('Union'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is not rewritten, by nobody', async () => {
    const { owner } = redress.database;
    for (const sql of [
      'UPDATE redress.use_of_force_amendment SET reason = $1',
      'DELETE FROM redress.use_of_force_amendment WHERE reason <> $1',
    ])
      await expect(owner.query(sql, ['x'])).rejects.toMatchObject({ code: 'RD001' });
  });
});
