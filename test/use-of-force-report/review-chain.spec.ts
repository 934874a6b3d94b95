import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnactCharter, genericCharter } from '../../src/charter/index.js';
import { Clock } from '../../src/platform/clock.js';
import type { ReportDraft } from '../../src/use-of-force-report/index.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';
import { threeLevels } from './three-levels.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
let [anna, ben, dora]: SignedIn[] = [];
let now: Date | null = null;
beforeAll(async () => {
  redress = await TestApp.start(threeLevels);
  const clock = redress.app.get(Clock);
  const real = clock.now.bind(clock);
  clock.now = () => now ?? real();
  department = await redress.department('Riverton PD');
  anna = await redress.staff('supervisor');
  ben = await redress.staff('supervisor');
  dora = await redress.staff('director');
});
afterAll(() => redress.stop());

async function submitted(number: string, over: Partial<ReportDraft> = {}): Promise<string> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  const answer = await redress.request('POST', PATH, { as: department.key, body: sampleReport(number, over), headers });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const decide = (
  id: string,
  who: SignedIn | undefined,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> => redress.request('POST', `${PATH}/${id}/review`, { as: who!.token, body, headers });
const read = (id: string): Promise<Answer> => redress.request('GET', `${PATH}/${id}`, { as: anna!.token });
const accept = (code: string, over: object = {}): object => ({ decision: 'accept', level: code, ...over });

describe('the levels of review', () => {
  it('are passed in order by different people, and the last one accepts', async () => {
    const id = await submitted('C-1');
    const first = await decide(id, anna, accept('desk', { findings: ['within_policy'] }));
    expect(first.body).toEqual({ status: 'in_review', version: 2, late: false, referralId: null });
    const again = await decide(id, anna, accept('second'));
    expect([again.status, again.body.code]).toEqual([409, 'reviewed-already']);
    const wrongRole = await decide(id, dora, accept('second'));
    expect([wrongRole.status, wrongRole.body.code]).toEqual([403, 'not-your-level']);
    expect((await decide(id, ben, accept('second'))).body.status).toBe('in_review');
    const without = await decide(id, dora, accept('director'));
    expect([without.status, without.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ path: '/findings', code: 'findings-missing' }),
    ]);
    const stranger = await decide(id, dora, accept('director', { findings: ['violation', 'fine'] }));
    expect(stranger.body.errors[0]).toMatchObject({ path: '/findings/1', code: 'not-in-charter' });
    const last = await decide(id, dora, accept('director', { findings: ['training', 'violation'] }));
    expect(last.body).toMatchObject({ status: 'accepted', version: 4 });
    expect((await read(id)).body.reviews).toMatchObject([
      { level: 'desk', findings: ['within_policy'], late: false, round: 1 },
      { level: 'second', decision: 'accept' },
      { level: 'director', findings: ['training', 'violation'] },
    ]);
    expect((await decide(id, dora, accept('director'))).body.code).toBe('status-forbids');
  });

  it('are told apart: nobody decides a level by mistake that they did not mean', async () => {
    const id = await submitted('C-2');
    const unsaid = await decide(id, anna, { decision: 'accept' });
    expect([unsaid.status, unsaid.body.code]).toEqual([422, 'level-missing']);
    expect((await decide(id, anna, { decision: 'accept' }, { 'if-match': '"1"' })).status).toBe(200);
    const other = await decide(id, ben, accept('desk'));
    expect([other.status, other.body.code]).toEqual([409, 'other-level']);
  });

  it('of two people at the same moment one decides: five races', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map((race) => submitted(`race-${race}`)));
    for (const id of ids) {
      const answers = await Promise.all([decide(id, anna, accept('desk')), decide(id, ben, accept('desk'))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('are skipped by who may, with a reason, and never the last', async () => {
    const id = await submitted('C-3');
    const skip = { decision: 'skip', level: 'desk', reasons: 'The desk is away.' };
    expect((await decide(id, anna, skip)).body.code).toBe('not-your-level');
    expect((await decide(id, dora, { ...skip, reasons: ' ' })).body.code).toBe('reasons-missing');
    expect((await decide(id, dora, { ...skip, findings: ['training'] })).body.code).toBe('skipped-with-findings');
    expect((await decide(id, dora, skip)).body.status).toBe('in_review');
    expect((await decide(id, dora, { ...skip, level: 'second' })).body.code).toBe('not-your-level');
    await decide(id, anna, accept('second'));
    expect((await decide(id, dora, { ...skip, level: 'director' })).body.code).toBe('not-your-level');
    expect((await decide(id, dora, accept('director', { findings: ['within_policy'] }))).body.status).toBe('accepted');
  });

  it('have clocks: who is late is marked late, and the waiting list says by when', async () => {
    const id = await submitted('C-4');
    const waiting = async () => {
      const { body } = await redress.request('GET', '/api/v1/use-of-force-reviews?limit=200', { as: anna!.token });
      return body.reports.find((report: { reportId: string }) => report.reportId === id);
    };
    const before = await waiting();
    expect(before).toMatchObject({ level: 'desk', roles: ['supervisor'], late: false, status: 'submitted' });
    expect(Date.parse(before.dueAt) - Date.parse(before.openedAt)).toBe(24 * 3_600_000);
    now = new Date(Date.parse(before.openedAt) + 24 * 3_600_000);
    // The session is young for its owner still; the clock of the review is what was put forward.
    const { token } = await redress.staff('supervisor');
    const list = await redress.request('GET', '/api/v1/use-of-force-reviews?limit=200', { as: token });
    expect(list.body.reports.find((report: { reportId: string }) => report.reportId === id)).toMatchObject({
      late: true,
    });
    const late = await redress.request('POST', `${PATH}/${id}/review`, { as: token, body: accept('desk') });
    expect(late.body).toMatchObject({ status: 'in_review', late: true });
    now = null;
    expect(await waiting()).toMatchObject({ level: 'second', late: false });
  });

  it('begin anew when a report was returned and told anew, for the same people too', async () => {
    const id = await submitted('C-5');
    await decide(id, anna, accept('desk'));
    const returned = await decide(id, ben, { decision: 'return', level: 'second', reasons: 'Say who was injured.' });
    expect(returned.body).toMatchObject({ status: 'returned', version: 3 });
    const told = await redress.request('PUT', `${PATH}/mine/${id}`, {
      as: department.key,
      body: sampleReport('C-5', { county: 'Bergen' }),
      headers: { 'if-match': '"3"' },
    });
    expect(told.status).toBe(200);
    expect((await decide(id, anna, accept('desk'))).body.status).toBe('in_review');
    expect(
      (await read(id)).body.reviews.map(({ round, level }: { round: number; level: string }) => [round, level]),
    ).toEqual([
      [1, 'desk'],
      [1, 'second'],
      [2, 'desk'],
    ]);
  });

  it('are the agency’s own: the department reads what was returned, and of a referral nothing', async () => {
    const id = await submitted('C-6');
    const unclear = await decide(id, anna, {
      decision: 'refer',
      level: 'desk',
      reasons: 'The video shows another thing.',
    });
    expect(unclear.body.errors[0]).toMatchObject({ path: '/referTo', code: 'referral-unclear' });
    const referred = await decide(id, anna, {
      ...{ decision: 'refer', level: 'desk', referTo: 'complaint', findings: ['violation'] },
      reasons: 'The video shows another thing.',
    });
    expect(referred.body).toMatchObject({ status: 'in_review', referralId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect((await read(id)).body.reviews).toMatchObject([{ decision: 'refer', referredTo: 'complaint' }]);
    const own = await redress.request('GET', `${PATH}/mine/${id}`, { as: department.key });
    expect(own.body.reviews).toEqual([]);
    expect(own.text).not.toMatch(/refer|violation|video shows/);
  });

  it('stay with a report as its charter had them when it came', async () => {
    const id = await submitted('C-7');
    await decide(id, anna, accept('desk'));
    await redress.app
      .get(EnactCharter)
      .run(
        { kind: 'staff', jurisdictionId: redress.jurisdiction.id, staffId: dora!.staffId, roles: ['director'] },
        { document: genericCharter, effectiveFrom: new Date().toISOString().slice(0, 10) },
      );
    expect((await decide(id, ben, accept('second'))).body.status).toBe('in_review');
  });

  it('are held by the database: a level decides once on a telling, and a person once', async () => {
    const { rows } = await redress.database.owner.query<{ id: string }>(
      `SELECT report_id AS id FROM redress.use_of_force_review WHERE level = 'desk' AND decision = 'accept' LIMIT 1`,
    );
    const again = (position: string, who: string): Promise<unknown> =>
      redress.database.owner.query(
        `INSERT INTO redress.use_of_force_review (jurisdiction_id, id, report_id, decision, round, position, level, due_at,
           late, reviewed_by, reviewed_at)
         SELECT jurisdiction_id, gen_random_uuid(), report_id, 'accept', round, ${position}, level, due_at, late, ${who}, now()
           FROM redress.use_of_force_review WHERE report_id = $1 AND level = 'desk'`,
        [rows[0]!.id],
      );
    await expect(again('position', 'gen_random_uuid()')).rejects.toMatchObject({
      constraint: 'use_of_force_review_once_a_level',
    });
    await expect(again('9', 'reviewed_by')).rejects.toMatchObject({ constraint: 'use_of_force_review_once_a_person' });
    await expect(
      redress.database.owner.query(`UPDATE redress.use_of_force_review SET findings = '{}'`),
    ).rejects.toMatchObject({ code: 'RD001' });
  });
});
