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

async function submitted(number: string, over: Partial<ReportDraft> = {}): Promise<string> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  const { body } = await redress.request('POST', PATH, {
    as: department.key,
    body: sampleReport(number, over),
    headers,
  });
  return body.id;
}

function review(id: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return redress.request('POST', `${PATH}/${id}/review`, { as: reviewer, body, headers });
}

function again(id: string, body: unknown, version: string | null): Promise<Answer> {
  return redress.request('PUT', `${PATH}/mine/${id}`, {
    as: department.key,
    body,
    headers: version === null ? {} : { 'if-match': version },
  });
}

const returning = { decision: 'return', reasons: 'Say who was injured.' };

describe('POST /api/v1/use-of-force-reports/:reportId/review', () => {
  it('accepts a report, once', async () => {
    const id = await submitted('A-1');
    const accepted = await review(id, { decision: 'accept' });
    expect([accepted.status, accepted.headers['etag'], accepted.body]).toEqual([
      200,
      '"2"',
      { status: 'accepted', version: 2, late: false, referralId: null },
    ]);
    const second = await review(id, returning);
    expect([second.status, second.body.code]).toEqual([409, 'status-forbids']);
  });

  it('returns a report with reasons that its department reads', async () => {
    const id = await submitted('A-2');
    await review(id, returning);
    const { body, headers } = await redress.request('GET', `${PATH}/mine/${id}`, { as: department.key });
    expect(body).toMatchObject({
      status: 'returned',
      returnReason: 'Say who was injured.',
      reviews: [{ decision: 'return', reasons: 'Say who was injured.' }],
    });
    expect(headers['etag']).toBe('"2"');
  });

  it.each([[{ decision: 'return' }], [{ decision: 'return', reasons: '   ' }], [{ decision: 'perhaps' }], [{}]])(
    'is refused without a decision, or returning without reasons: %j',
    async (body) => {
      const id = await submitted(`A-3-${JSON.stringify(body).length}`);
      expect((await review(id, body)).status).toBe(422);
      expect((await redress.request('GET', `${PATH}/${id}`, { as: reviewer })).body.status).toBe('submitted');
    },
  );

  it('decides nothing on a report that says something else by now', async () => {
    const id = await submitted('A-4');
    await review(id, returning);
    await again(id, sampleReport('A-4', { county: 'Bergen' }), '"2"');
    const late = await review(id, { decision: 'accept' }, { 'if-match': '"1"' });
    expect([late.status, late.body.code]).toEqual([412, 'stale']);
    expect((await review(id, { decision: 'accept' }, { 'if-match': '"3"' })).status).toBe(200);
  });

  it('of two who decide at the same moment one is told no: ten races', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, race) => submitted(`race-${race}`)));
    for (const id of ids) {
      const answers = await Promise.all([review(id, { decision: 'accept' }), review(id, returning)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { rows } = await redress.database.owner.query(
        `SELECT (SELECT count(*)::int FROM redress.use_of_force_review WHERE report_id = $1) AS reviews,
                (SELECT count(*)::int FROM redress.history_event WHERE subject_id = $1) AS events`,
        [id],
      );
      expect(rows).toEqual([{ reviews: 1, events: 2 }]);
    }
  });

  it('is for those who review: an auditor reads and does not decide; nobody finds what is not there', async () => {
    const id = await submitted('A-5');
    const { token } = await redress.staff('auditor');
    expect((await redress.request('GET', `${PATH}/${id}`, { as: token })).status).toBe(200);
    expect((await redress.request('POST', `${PATH}/${id}/review`, { as: token, body: returning })).status).toBe(403);
    expect((await review('018f0000-0000-7000-8000-000000000001', returning)).status).toBe(404);
    expect((await review('not-an-id', returning)).status).toBe(404);
  });
});

describe('PUT /api/v1/use-of-force-reports/mine/:reportId', () => {
  it('puts what is told now in the place of what was, keeps that, and says what changed', async () => {
    const id = await submitted('B-1');
    await review(id, returning);
    const told = sampleReport('B-1', {
      county: 'Bergen',
      officers: [{ badgeNumber: '999' }, { rank: 'Officer' }],
      subjects: [{ kind: 'person' }, { kind: 'animal' }, { kind: 'unknown' }],
    });
    const answer = await again(id, told, '"2"');
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"3"']);
    expect(answer.body).toMatchObject({ id, reportNumber: 'B-1', status: 'submitted', version: 3 });
    const shown = await redress.request('GET', `${PATH}/${id}`, { as: reviewer });
    expect(shown.body).toMatchObject({ county: 'Bergen', status: 'submitted', returnReason: null, force: told.force });
    expect(shown.body.subjects.map(({ kind }: { kind: string }) => kind)).toEqual(['person', 'animal', 'unknown']);
    expect(shown.body.officers[0].badgeNumber).toBe('999');
    const { rows } = await redress.database.owner.query(
      `SELECT r.original, f.original AS former, f.version, e.details -> 'changed' AS changed
         FROM redress.use_of_force_report r JOIN redress.use_of_force_former_submission f ON f.report_id = r.id
         JOIN redress.history_event e ON e.subject_id = r.id AND e.action = 'use-of-force-report.resubmit' WHERE r.id = $1`,
      [id],
    );
    expect(rows[0]).toMatchObject({ original: told, former: sampleReport('B-1'), version: 2 });
    expect(rows[0].changed).toEqual(expect.arrayContaining(['/county', '/officers/0/badgeNumber', '/subjects/2']));
    expect(rows[0].changed).not.toContain('/municipality');
  });

  it('asks for the version that was read, and refuses another', async () => {
    const id = await submitted('B-2');
    await review(id, returning);
    const answers = [
      await again(id, sampleReport('B-2'), null),
      await again(id, sampleReport('B-2'), '"1"'),
      await again(id, sampleReport('B-2'), '*'),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [428, 'if-match-missing'],
      [412, 'stale'],
      [412, 'stale'],
    ]);
  });

  it('is refused while nobody returned the report, with faults, and under another number', async () => {
    const id = await submitted('B-3');
    const early = await again(id, sampleReport('B-3'), '"1"');
    expect([early.status, early.body.code]).toEqual([409, 'status-forbids']);
    await review(id, returning);
    const spoilt = await again(id, sampleReport('B-3', { force: [] }), '"2"');
    expect([spoilt.status, spoilt.body.errors[0].path]).toEqual([422, '/force']);
    const renamed = await again(id, sampleReport('B-33'), '"2"');
    expect([renamed.status, renamed.body.code]).toEqual([422, 'report-number-fixed']);
    expect((await redress.request('GET', `${PATH}/${id}`, { as: reviewer })).body).toMatchObject({
      version: 2,
      status: 'returned',
    });
  });

  it('takes the place of a zero report of the month that it moves to', async () => {
    const id = await submitted('B-4', { occurredOn: '2024-05-01' });
    const { body: zero } = await redress.request('PUT', `${PATH}/zero/2024-06`, { as: department.key });
    await review(id, returning);
    await again(id, sampleReport('B-4', { occurredOn: '2024-06-01' }), '"2"');
    const { rows } = await redress.database.owner.query('SELECT replaced_by FROM redress.zero_report WHERE id = $1', [
      zero.id,
    ]);
    expect(rows).toEqual([{ replaced_by: id }]);
  });

  it('of two tellings at the same moment one is taken', async () => {
    const id = await submitted('B-5');
    await review(id, returning);
    const answers = await Promise.all(
      ['Bergen', 'Essex'].map((county) => again(id, sampleReport('B-5', { county }), '"2"')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
