import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const TOLD = {
  narrative: 'He twisted my arm until it cracked.',
  place: 'Behind the bakery on Elm Street',
  officerDescription: 'Short, moustache, car 12',
  complainant: { name: 'Rosa Delgado', contact: 'rosa@example.org', race: 'hispanic', ageAtIncident: 41 },
};
const get = (address: string, as = cases.supervisor) =>
  redress.request('GET', `/api/v1/complaints/${address}`, { as: as.token });

describe('GET /api/v1/complaints/:complaintId', () => {
  // ASVS 5.0: V15.3.1
  it('shows the case; of who is behind it only whether it is known', async () => {
    const { complaintId, caseNumber } = await cases.file({
      ...TOLD,
      allegations: ['unreasonable_force'],
      incidentOn: '2026-02-01',
    });
    const { status, body, text } = await get(complaintId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      complaintId,
      caseNumber,
      status: 'filed',
      channel: 'phone',
      incidentOn: '2026-02-01',
      charterVersion: 1,
      screening: null,
      narrative: { present: true },
      place: { present: true },
      people: [
        {
          roles: ['complainant'],
          name: { present: true },
          contact: { present: true },
          race: 'hispanic',
          ageAtIncident: 41,
        },
      ],
      officers: [{ role: 'subject', officerId: null, description: { present: true } }],
      allegations: [{ category: 'unreasonable_force', findings: [], disciplines: [] }],
      assignments: [],
      recusals: [],
    });
    expect(body.allegations[0].complaintOfficerId).toBe(body.officers[0].complaintOfficerId);
    for (const secret of ['Rosa', 'rosa@', 'Elm', 'cracked', 'moustache']) expect(text).not.toContain(secret);
  });

  it('carries a version that rises with every change', async () => {
    const { complaintId } = await cases.file();
    const before = await get(complaintId);
    expect(before.headers.etag).toBe(`"${before.body.version}"`);
    await cases.step(complaintId, 'people', { roles: ['witness'], name: 'Ana' });
    const after = await get(complaintId);
    expect(after.body.version).toBeGreaterThan(before.body.version);
    expect(after.headers.etag).toBe(`"${after.body.version}"`);
  });

  it('is for the assigned investigator, not for another one', async () => {
    const { complaintId } = await cases.investigated();
    expect((await get(complaintId, cases.investigator)).status).toBe(200);
    const other = await redress.staff('investigator');
    const hidden = await get(complaintId, other);
    const missing = await get('01890000-0000-7000-8000-000000000000', other);
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, id: '' }).toEqual({ ...missing.body, id: '' });
    expect((await get('not-an-id', other)).status).toBe(404);
  });
});

describe('GET /api/v1/complaints/:complaintId/identity', () => {
  it('opens what was told, and records who read it', async () => {
    const { complaintId } = await cases.file(TOLD);
    const { status, body } = await get(`${complaintId}/identity`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      narrative: TOLD.narrative,
      place: TOLD.place,
      people: [{ name: 'Rosa Delgado', contact: 'rosa@example.org' }],
      officers: [{ description: TOLD.officerDescription }],
      findings: [],
      screeningReason: null,
    });
    const { body: history } = await get(`${complaintId}/history`);
    expect(history.items.at(-1)).toMatchObject({
      action: 'complaint.read-identity',
      actorId: cases.supervisor.staffId,
    });
  });

  it('opens reasons of findings and of the screening', async () => {
    const filed = await cases.file({ officerDescription: 'Tall', allegations: ['bias'] });
    await cases.step(filed.complaintId, 'screening', { decision: 'accept', reason: 'Our own officers.' });
    await cases.step(filed.complaintId, 'assignments', { staffId: cases.investigator.staffId });
    const { allegations } = await cases.caseFile(filed.complaintId);
    const { findingId } = await cases.find(filed.complaintId, allegations[0].allegationId, 'unfounded');
    const { body } = await get(`${filed.complaintId}/identity`, cases.investigator);
    expect(body).toMatchObject({
      findings: [{ findingId, reasons: 'The video shows it.' }],
      screeningReason: 'Our own officers.',
    });
  });

  // ASVS 5.0: V8.2.3
  it('is not for those who may read the case but need not know who is behind it', async () => {
    const { complaintId } = await cases.file(TOLD);
    for (const role of ['director', 'auditor', 'clerk'] as const) {
      const reader = await redress.staff(role);
      expect((await get(complaintId, reader)).status).toBe(200);
      expect((await get(`${complaintId}/identity`, reader)).status).toBe(403);
    }
  });

  // ASVS 5.0: V11.2.5
  it('opens no text that was moved from another case or another row', async () => {
    const one = await cases.file(TOLD);
    const other = await cases.file(TOLD);
    await redress.database.owner.query(
      `UPDATE redress.complaint SET narrative_cipher = (SELECT narrative_cipher FROM redress.complaint WHERE id = $1) WHERE id = $2`,
      [one.complaintId, other.complaintId],
    );
    const { status, text } = await get(`${other.complaintId}/identity`);
    expect(status).toBe(500);
    expect(text).not.toContain('cracked');
  });

  it('says so when the key was destroyed', async () => {
    const { complaintId } = await cases.file(TOLD);
    await redress.database.owner.query(
      'UPDATE redress.case_key SET wrapped = NULL, destroyed_at = now() WHERE complaint_id = $1',
      [complaintId],
    );
    const { status, body } = await get(`${complaintId}/identity`);
    expect([status, body.code]).toEqual([410, 'case-unreadable']);
  });
});

describe('GET /api/v1/complaints/:complaintId/history', () => {
  it('tells who did what, in order, without a word of the case', async () => {
    const { complaintId } = await cases.handedIn();
    const { body, text } = await get(`${complaintId}/history`);
    expect(body.items.map((line: { action: string }) => line.action)).toEqual([
      'complaint.file',
      'complaint.screen',
      'complaint.assign',
      'finding.record',
      'complaint.draft-findings',
    ]);
    expect(body.items[3]).toMatchObject({
      actorKind: 'staff',
      actorId: cases.investigator.staffId,
      details: { finding: 'sustained' },
    });
    for (const secret of ['pushed', 'covered', 'video']) expect(text).not.toContain(secret);
  });

  it('comes page by page', async () => {
    const { complaintId } = await cases.drafted();
    const first = (await get(`${complaintId}/history?limit=3`)).body;
    const second = (await get(`${complaintId}/history?limit=3&after=${first.next}`)).body;
    const whole = (await get(`${complaintId}/history`)).body;
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect([first.next === null, second.next]).toEqual([false, null]);
  });
});
