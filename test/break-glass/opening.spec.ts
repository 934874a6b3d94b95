import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SealHistory, VerifyHistory } from '../../src/audit-log/index.js';
import { genericCharter } from '../../src/charter/index.js';
import { permissions } from '../../src/identity/index.js';
import { type CaseBuilder, created, done } from '../complaint/case-builder.js';
import { EvidenceDesk, PNG } from '../evidence/evidence-desk.js';
import type { Answer, SignedIn, TestApp } from '../support/test-app.js';
import { GlassDesk, REASON } from './glass-desk.js';

let desk: GlassDesk;
let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
let asker: SignedIn;
beforeAll(async () => {
  desk = await GlassDesk.start();
  ({ redress, cases, director, asker } = desk);
});
afterAll(() => desk.stop());

const ids = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);
const owner = (sql: string, values: unknown[] = []) => redress.database.owner.query(sql, values);

describe('a sealed case', () => {
  // ASVS 5.0: V2.3.5, V8.2.2
  it('is opened by another person, for reading alone, each look on record, until it is ended; then a third reviews it', async () => {
    const { complaintId, caseNumber } = await cases.file();
    const evidence = new EvidenceDesk(redress, complaintId, cases.supervisor);
    const { evidenceId } = created(await evidence.send(PNG));
    await desk.seal(complaintId);
    const openingId = await desk.ask(asker, caseNumber.toLowerCase());
    expect(await desk.read(complaintId, asker)).toBe(404);
    expect(ids(await desk.get('/break-glass', cases.supervisor))).not.toContain(openingId);
    expect((await desk.get(`/break-glass/${openingId}`, director)).body).toMatchObject({
      ...{ status: 'waiting', complaintId, caseNumber, askedBy: asker.staffId, reason: REASON, hours: 4, looks: [] },
    });
    expect(await desk.waitingOf(director)).toContain(`glass_ask ${openingId}`);
    const { openUntil } = created(await desk.decide(openingId));
    expect(Date.parse(openUntil) - Date.now()).toBeGreaterThan(3.9 * 3_600_000);
    expect((await desk.mine(asker))[0]).toMatchObject({
      id: openingId,
      status: 'open',
      complaintId,
      caseNumber,
      openUntil,
    });

    for (const part of [
      '',
      '/evidence',
      '/investigation',
      '/assignments',
      '/deadlines',
      `/evidence/${evidenceId}/content`,
    ])
      expect([part, await desk.read(complaintId, asker, part)]).toEqual([part, 200]);
    expect((await desk.get(`/complaints/${complaintId}/texts`, asker)).body.narrative).toContain('pushed me');
    evidence.tamper(evidenceId, 0);
    expect(await desk.read(complaintId, asker, `/evidence/${evidenceId}/content`)).toBe(409);
    expect((await owner('SELECT FROM redress.evidence_check WHERE item_id = $1', [evidenceId])).rowCount).toBe(1);
    for (const part of ['/identity', '/letters', '/history', '/messages', '/mediations'])
      expect([403, 404]).toContain(await desk.read(complaintId, asker, part));
    expect((await cases.step(complaintId, 'diary', { text: 'I was here.' }, asker)).status).toBe(404);
    expect((await desk.get('/complaints', asker)).text).not.toContain(caseNumber);

    done(await desk.post(`/${openingId}/end`, asker));
    for (const part of ['', '/texts', `/evidence/${evidenceId}/content`])
      expect(await desk.read(complaintId, asker, part)).not.toBe(200);
    expect((await desk.mine(asker))[0]).toMatchObject({ status: 'over', complaintId: null, caseNumber: null });

    const records = await redress.staff('records');
    expect(await desk.waitingOf(records)).toEqual([`glass_opening ${openingId}`]);
    const { body } = await desk.get(`/break-glass/${openingId}`, records);
    expect(body).toMatchObject({ status: 'over', endedBy: asker.staffId, decisionReason: 'She told me on the phone.' });
    const content = '/evidence/:evidenceId/content';
    expect(body.looks.map(({ operation }: { operation: string }) => operation)).toEqual(
      ['', '/evidence', '/investigation', '/assignments', '/deadlines', content, '/texts', content].map(
        (part) => `GET /api/v1/complaints/:complaintId${part}`,
      ),
    );
    done(await desk.post(`/${openingId}/review`, records, { wasRight: false, remarks: 'A call would have done.' }));
    expect((await desk.get('/break-glass?status=reviewed', director)).body.items[0]).toMatchObject({
      ...{ id: openingId, wasRight: false, reviewedBy: records.staffId },
    });
    const { body: history } = await desk.get(`/complaints/${complaintId}/history`, director);
    const actions = history.items.map(({ action }: { action: string }) => action);
    expect(actions.filter((action: string) => action.startsWith('glass.') && action !== 'glass.read')).toEqual(
      ['ask', 'decide', 'end', 'review'].map((step) => `glass.${step}`),
    );
    await redress.app.get(SealHistory).run();
    expect((await redress.app.get(VerifyHistory).run()).faults).toEqual([]);
  });

  it('is not seen past its seal by an opening that was approved before the seal', async () => {
    const { complaintId } = await cases.file();
    await desk.opened(asker, complaintId);
    expect(await desk.read(complaintId, asker)).toBe(200);
    await desk.seal(complaintId);
    expect(await desk.read(complaintId, asker)).not.toBe(200);
    expect((await desk.mine(asker))[0]).toMatchObject({ status: 'over', complaintId: null });
  });

  it('gives a supervisor nothing of their role but reading, while it is open to them', async () => {
    const { complaintId } = await desk.sealed();
    await desk.opened(cases.supervisor, complaintId);
    expect(await desk.read(complaintId, cases.supervisor)).toBe(200);
    for (const [step, body] of [
      ['screening', { decision: 'accept' }],
      ['close', {}],
      ['recusals', { reason: 'other' }],
    ] as const)
      expect((await cases.step(complaintId, step, body)).status).toBe(404);
    expect(await desk.read(complaintId, cases.supervisor, '/identity')).toBe(404);
  });
});

describe('a case that is not sealed', () => {
  it('is opened to somebody whom their role or standing does not open it to; who is shielded stays so', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa Rivera' }, privacy: 'agency_only' });
    const clerk = await redress.staff('clerk');
    expect([await desk.read(complaintId, asker), await desk.read(complaintId, clerk, '/texts')]).toEqual([404, 403]);
    for (const one of [asker, clerk]) {
      created(await desk.decide(await desk.ask(one, complaintId), cases.supervisor));
      const { status, text } = await desk.get(`/complaints/${complaintId}/texts`, one);
      expect(status).toBe(200);
      expect(text).not.toContain('Rosa');
    }
    expect([
      await desk.read(complaintId, asker, '/identity'),
      await desk.read(complaintId, clerk, '/identity'),
    ]).toEqual([404, 403]);
    expect((await cases.step(complaintId, 'identity-requests', { reason: 'To call.' }, asker)).status).toBe(404);
  });

  it('is reached through no permission that writes, lists or opens an identity', () => {
    const opened = Object.entries(permissions).filter(([, grants]) =>
      grants.some(({ relation }) => relation === 'glass'),
    );
    expect(opened.map(([name]) => name).sort()).toEqual([
      ...[
        'complaint.read',
        'complaint.read-assignments',
        'complaint.read-texts',
        'evidence.read',
        'investigation.read',
      ],
    ]);
    const { breakGlass } = genericCharter;
    for (const [part, permission] of [
      ['ask', 'glass.ask'],
      ['approve', 'glass.decide'],
      ['review', 'glass.review'],
    ] as const)
      expect(permissions[permission].map(({ to }) => to)).toEqual(breakGlass[part]);
  });
});

describe('the public', () => {
  it('is told how often, no case and no day; the application cannot touch the count', async () => {
    const answer = await redress.request('GET', '/api/v1/jurisdictions/riverton/break-glass');
    const { rows } = await owner(
      `SELECT extract(year FROM asked_at AT TIME ZONE 'America/Chicago')::int AS year, count(*)::int AS asked,
              count(*) FILTER (WHERE decision = 'approved')::int AS approved,
              count(*) FILTER (WHERE decision IS DISTINCT FROM 'approved')::int AS "notApproved",
              count(*) FILTER (WHERE review = 'not_right')::int AS "reviewedAsNotRight"
         FROM redress.glass_opening WHERE jurisdiction_id = $1 GROUP BY 1 ORDER BY 1 DESC`,
      [redress.jurisdiction.id],
    );
    expect(answer.body).toEqual({ items: rows });
    expect(rows[0]).toMatchObject({ reviewedAsNotRight: 1 });
    for (const sql of ['UPDATE published.break_glass SET asked = 0', 'DELETE FROM published.break_glass'])
      await expect(desk.asApp(director, '', sql)).rejects.toMatchObject({ code: '42501' });
  });
});
