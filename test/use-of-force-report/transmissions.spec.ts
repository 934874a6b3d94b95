import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDraft } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const REPORTS = '/api/v1/use-of-force-reports';
const PATH = '/api/v1/use-of-force-transmissions';
let redress: TestApp;
let own: { id: string; key: string };
let other: { id: string; key: string };
let records: string;
let keys = 0;
beforeAll(async () => {
  redress = await TestApp.start();
  own = await redress.department('Riverton PD');
  other = await redress.department('Lakeside PD');
  ({ token: records } = await redress.staff('records'));
  await redress.database.owner.query(`UPDATE redress.department SET ori = 'IL0010200' WHERE id = $1`, [own.id]);
});
afterAll(() => redress.stop());

// One that the FBI asks for: somebody was seriously injured.
function grave(number: string, over: Partial<ReportDraft> = {}): ReportDraft {
  const report = sampleReport(number, { incidentNumber: number, ...over });
  report.subjects[0]!.injuryLevel = 'serious_bodily_injury';
  return report;
}
async function submitted(report: ReportDraft): Promise<string> {
  const headers = { 'idempotency-key': `submit-${report.reportNumber}` };
  const answer = await redress.request('POST', REPORTS, { as: own.key, body: report, headers });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const transmit = (body: object, as = own.key, key = `transmit-${++keys}`): Promise<Answer> =>
  redress.request('POST', PATH, { as, body, headers: { 'idempotency-key': key } });
const get = (url: string, as = own.key): Promise<Answer> => redress.request('GET', url, { as });
const amend = (id: string, version: number, body: object): Promise<Answer> =>
  redress.request('POST', `${REPORTS}/mine/${id}/amendments`, {
    as: own.key,
    body,
    headers: { 'if-match': `"${version}"` },
  });

async function stale(programme = 'fbi'): Promise<string[]> {
  const { body } = await get(`${PATH}/stale?programme=${programme}`);
  return body.reports.map(
    (report: { reportNumber: string; staleBecause: string }) => `${report.reportNumber} ${report.staleBecause}`,
  );
}

describe('a transmission', () => {
  // ASVS 5.0: V5.4.1
  it('is a file in the programme’s form, which can be had again to the byte, with its hash on record', async () => {
    const ids = [await submitted(grave('T-1')), await submitted(grave('T-2'))];
    const sent = await transmit({ programme: 'fbi', reportIds: ids });
    expect([sent.status, sent.body.form, sent.body.profileVersion]).toEqual([201, 'json', '2019.1']);
    const file = await get(`${PATH}/${sent.body.id}/file`);
    expect(file.headers['content-type']).toBe('application/json');
    expect(file.headers['content-disposition']).toBe(`attachment; filename="fbi-${sent.body.id}.json"`);
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(sent.body.sha256);
    expect(Buffer.byteLength(file.text)).toBe(sent.body.bytes);
    expect(JSON.parse(file.text)).toMatchObject([
      { Action: 'Add', Incident: { AgencyORI: 'IL0010200', AgencyCaseNumber: 'T-1' } },
      { Action: 'Add', Incident: { AgencyCaseNumber: 'T-2' } },
    ]);
    const { body } = await get(`${PATH}/${sent.body.id}`, records);
    expect(body).toMatchObject({
      reports: 2,
      stale: 0,
      exportedByKind: 'department',
      exportedBy: own.id,
      acknowledgement: null,
    });
    const { rows } = await redress.database.owner.query(
      `SELECT count(*)::int AS n FROM redress.history_event WHERE action = 'use-of-force-report.transmit' AND subject_id = $1`,
      [sent.body.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    // Amended since: what was sent then is still had as it was sent.
    await amend(ids[0]!, 1, { kind: 'correct', reason: 'Wrong.', report: grave('T-1', { county: 'Cook' }) });
    expect((await get(`${PATH}/${sent.body.id}/file`)).text).toBe(file.text);
  });

  it('is stale for the programme that has what was amended or withdrawn, until it is sent again', async () => {
    const [first, second] = [await submitted(grave('T-3')), await submitted(grave('T-4'))];
    const before = await stale();
    await transmit({ programme: 'fbi', reportIds: [first, second] });
    const local = await transmit({ programme: 'local-all-force', reportIds: [first] });
    expect(await stale()).toEqual(before);
    const { token } = await redress.staff('supervisor');
    await redress.request('POST', `${REPORTS}/${first}/review`, { as: token, body: { decision: 'accept' } });
    expect(await stale()).toEqual(before);
    await amend(first, 2, { kind: 'correct', reason: 'Wrong.', report: grave('T-3', { county: 'Cook' }) });
    await amend(second, 1, { kind: 'withdraw', reason: 'Another agency’s.' });
    expect(await stale()).toEqual([...before, 'T-3 amended', 'T-4 withdrawn']);
    expect(await stale('local-all-force')).toEqual(['T-3 amended']);
    expect((await get(`${PATH}/${local.body.id}`)).body.sent).toMatchObject([{ staleBecause: 'amended' }]);
    const again = await transmit({ programme: 'fbi', reportIds: [first, second] });
    expect(again.body.reports.map(({ action }: { action: string }) => action)).toEqual(['add', 'remove']);
    expect(JSON.parse((await get(`${PATH}/${again.body.id}/file`)).text)).toMatchObject([
      { Action: 'Add', Incident: { AgencyCaseNumber: 'T-3' } },
      { Action: 'Remove', Incident: { AgencyORI: 'IL0010200', AgencyCaseNumber: 'T-4' } },
    ]);
    expect(await stale()).toEqual(before);
    expect(await stale('local-all-force')).toEqual(['T-3 amended']);
    const removal = await transmit({ programme: 'local-all-force', reportIds: [second] });
    expect([removal.status, removal.body.errors[0].code]).toEqual([422, 'no-removal']);
  });

  it('is marked by the database, by whatever way a report comes to say something else (planted)', async () => {
    const id = await submitted(grave('T-5'));
    await transmit({ programme: 'fbi', reportIds: [id] });
    const { owner } = redress.database;
    await owner.query(`UPDATE redress.use_of_force_report SET version = version + 1 WHERE id = $1`, [id]);
    expect(await stale()).not.toContain('T-5 amended');
    await owner.query(
      `UPDATE redress.use_of_force_report SET original = original::jsonb || '{"county": "Cook"}' WHERE id = $1`,
      [id],
    );
    expect(await stale()).toContain('T-5 amended');
    await owner.query('ALTER TABLE redress.use_of_force_report DISABLE TRIGGER told_anew');
    const planted = await submitted(grave('T-6'));
    await transmit({ programme: 'fbi', reportIds: [planted] });
    await owner.query(
      `UPDATE redress.use_of_force_report SET original = original::jsonb || '{"county": "Cook"}' WHERE id = $1`,
      [planted],
    );
    expect(await stale()).not.toContain('T-6 amended');
    await owner.query('ALTER TABLE redress.use_of_force_report ENABLE TRIGGER told_anew');
  });

  it('is made once for a key, and of its own department’s reports alone', async () => {
    const id = await submitted(grave('T-7'));
    const wanted = { programme: 'fbi', reportIds: [id] };
    const [one, two] = [await transmit(wanted, own.key, 'same-key-1'), await transmit(wanted, own.key, 'same-key-1')];
    expect(two.body).toEqual(one.body);
    const stranger = await transmit(wanted, other.key);
    expect([stranger.status, stranger.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ path: '/reportIds/0', code: 'no-such-report' }),
    ]);
    for (const page of [`${PATH}/${one.body.id}`, `${PATH}/${one.body.id}/file`])
      expect((await get(page, other.key)).status).toBe(404);
    const foreign = { as: other.key, body: { outcome: 'accepted' } };
    expect((await redress.request('POST', `${PATH}/${one.body.id}/acknowledgements`, foreign)).status).toBe(404);
    expect((await get(`${PATH}?departmentId=${own.id}`, other.key)).body.transmissions).toEqual([]);
    expect((await get(`${PATH}/stale?departmentId=${own.id}`, other.key)).body.reports).toEqual([]);
    const { body: seen } = await get(`${PATH}?programme=fbi&departmentId=${own.id}&limit=2`, records);
    expect([seen.transmissions.length, typeof seen.next]).toEqual([2, 'string']);
    expect((await transmit({ ...wanted, departmentId: own.id }, records)).status).toBe(201);
    expect((await transmit(wanted, records)).body.errors[0].code).toBe('department-missing');
  });

  it('is refused of what is not the programme’s, and of a programme that is not known', async () => {
    const id = await submitted(sampleReport('T-8'));
    const { body } = await transmit({ programme: 'fbi', reportIds: [id] });
    expect(body.errors[0]).toMatchObject({
      path: '/reportIds/0',
      code: 'not-reportable',
      message: expect.stringContaining('firearm'),
    });
    const unknown = await transmit({ programme: 'atlantis', reportIds: [id] });
    expect(unknown.body.errors[0]).toMatchObject({ path: '/programme', code: 'no-such-profile' });
  });

  it('is acknowledged as often as the programme answers, and every answer stays', async () => {
    const { body: sent } = await transmit({
      programme: 'local-all-force',
      reportIds: [await submitted(sampleReport('T-9'))],
    });
    const errors = [{ reportNumber: 'T-9', code: 'E-17', message: 'The weather is missing.' }];
    const answer = (body: object): Promise<Answer> =>
      redress.request('POST', `${PATH}/${sent.id}/acknowledgements`, { as: own.key, body });
    expect((await answer({ outcome: 'rejected', errors })).status).toBe(201);
    expect((await answer({ outcome: 'perhaps' })).status).toBe(422);
    expect((await answer({ outcome: 'accepted', reference: 'R-2026-1' })).status).toBe(201);
    const { body } = await get(`${PATH}/${sent.id}`);
    expect(body.acknowledgements).toMatchObject([
      { outcome: 'rejected', errors },
      { outcome: 'accepted', errors: [] },
    ]);
    expect(body.acknowledgement).toMatchObject({ outcome: 'accepted', reference: 'R-2026-1' });
    await expect(
      redress.database.owner.query(`DELETE FROM redress.use_of_force_acknowledgement`),
    ).rejects.toMatchObject({ code: 'RD001' });
  });

  it('that cannot be made again as it was is not shown as if it were (planted)', async () => {
    const id = await submitted(grave('T-10'));
    const { body: sent } = await transmit({ programme: 'fbi', reportIds: [id] });
    await redress.database.owner.query(
      `UPDATE redress.use_of_force_report SET original = original::jsonb || '{"ambush": true}' WHERE id = $1`,
      [id],
    );
    const file = await get(`${PATH}/${sent.id}/file`);
    expect([file.status, file.body.code]).toEqual([409, 'file-differs']);
  });
});
