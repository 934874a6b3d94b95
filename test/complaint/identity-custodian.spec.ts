import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignIn } from '../../src/identity/index.js';
import { Clock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/identifiers.js';
import { PASSWORD, type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created } from './case-builder.js';
import { NAME, ShieldedCases } from './shielded-case.js';

let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
let shield: ShieldedCases;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  director = await redress.staff('director');
  shield = new ShieldedCases(cases, director);
});
afterAll(() => redress.stop());

describe('the identity of a shielded person', () => {
  // ASVS 5.0: V14.2.6
  it('is read by nobody without a grant; what was told is, and witnesses are', async () => {
    const { complaintId } = await shield.file();
    for (const reader of [cases.investigator, cases.supervisor, await redress.staff('intake')]) {
      const { status, body, text } = await shield.get(complaintId, 'identity', reader);
      expect([status, body.code]).toEqual([403, 'identity-shielded']);
      expect(text).not.toContain(NAME);
      const texts = await shield.get(complaintId, 'texts', reader);
      expect(texts.body.narrative).toContain('pushed me');
      expect(texts.body.people.map(({ name }: { name: string }) => name)).toEqual(['Ana Witness']);
      expect(texts.text).not.toContain(NAME);
    }
    expect((await cases.caseFile(complaintId)).cautions).toMatchObject([{ code: 'shielded' }]);
    expect(await cases.actions(complaintId)).not.toContain('complaint.read-identity');
  });

  it('is read on a grant by who asked alone, and every reading names the grant', async () => {
    const { complaintId } = await shield.file();
    const requestId = await shield.ask(complaintId);
    expect((await shield.get(complaintId, 'identity')).status).toBe(403);
    const { granted, grantedUntil } = created(await shield.decide(complaintId, requestId, true));
    expect(granted).toBe(true);
    const hours = (Date.parse(grantedUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    const { status, body } = await shield.get(complaintId, 'identity');
    expect([status, body.people[0].name]).toEqual([200, NAME]);
    await shield.get(complaintId, 'identity');
    expect((await shield.get(complaintId, 'identity', cases.supervisor)).status).toBe(403);
    const { body: history } = await shield.get(complaintId, 'history', cases.supervisor);
    const readings = history.items.filter(({ action }: { action: string }) => action === 'complaint.read-identity');
    expect(readings).toMatchObject([
      { actorId: cases.investigator.staffId, details: { grant: requestId } },
      { actorId: cases.investigator.staffId, details: { grant: requestId } },
    ]);
  });

  // ASVS 5.0: V16.3.3
  it('is not read on a refusal, and both are recorded with their reasons, which are sealed', async () => {
    const { complaintId } = await shield.file();
    const requestId = await shield.ask(complaintId);
    created(await shield.decide(complaintId, requestId, false));
    expect((await shield.get(complaintId, 'identity')).status).toBe(403);
    const { body, text } = await shield.get(complaintId, 'identity-requests', cases.supervisor);
    expect(body.items).toMatchObject([
      {
        requestId,
        askedBy: cases.investigator.staffId,
        reason: 'To hear her as a witness.',
        decision: {
          granted: false,
          decidedBy: director.staffId,
          grantedUntil: null,
          reason: 'The interview needs it.',
        },
      },
    ]);
    expect(text).not.toContain(NAME);
    expect(await cases.actions(complaintId)).toEqual(expect.arrayContaining(['identity.request', 'identity.decide']));
    const { rows } = await redress.database.owner.query(
      'SELECT count(*)::int AS open FROM redress.identity_request WHERE complaint_id = $1 AND position($2::bytea in reason_cipher) > 0',
      [complaintId, Buffer.from('witness')],
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('is hidden again when the time of the grant is up', async () => {
    const { complaintId } = await shield.file();
    const requestId = await shield.ask(complaintId);
    created(await shield.decide(complaintId, requestId, true));
    expect((await shield.get(complaintId, 'identity')).status).toBe(200);
    const clock = redress.app.get(Clock);
    const real = clock.now.bind(clock);
    // A grant lives for a day and a session for hours, so the session must be begun in the future too.
    clock.now = () => new Date(real().getTime() + 24 * 3_600_000 + 1000);
    try {
      const credentials = { jurisdiction: 'riverton', signInName: 'investigator2', password: PASSWORD };
      const later = { ...cases.investigator, ...(await redress.app.get(SignIn).run(credentials)) };
      expect((await shield.get(complaintId, 'texts', later)).status).toBe(200);
      const { status, body } = await shield.get(complaintId, 'identity', later);
      expect([status, body.code]).toEqual([403, 'identity-shielded']);
    } finally {
      clock.now = real;
    }
  });
});

describe('the custodian', () => {
  // ASVS 5.0: V2.3.5
  it('is another person than who asked, whatever their role; the database says so too', async () => {
    const { complaintId } = await shield.file();
    const requestId = await shield.ask(complaintId, cases.supervisor);
    const own = await shield.decide(complaintId, requestId, true, cases.supervisor);
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    await expect(
      redress.database.owner.query(
        `INSERT INTO redress.identity_decision (jurisdiction_id, request_id, complaint_id, asked_by, decided_by, granted, reason_cipher, decided_at, granted_until)
         SELECT jurisdiction_id, id, complaint_id, asked_by, asked_by, true, reason_cipher, now(), now() + interval '1 day'
           FROM redress.identity_request WHERE id = $1`,
        [requestId],
      ),
    ).rejects.toMatchObject({ constraint: 'identity_decided_by_another' });
    // Nor by claiming that somebody else had asked.
    await expect(
      redress.database.owner.query(
        `INSERT INTO redress.identity_decision (jurisdiction_id, request_id, complaint_id, asked_by, decided_by, granted, reason_cipher, decided_at, granted_until)
         SELECT jurisdiction_id, id, complaint_id, $2, asked_by, true, reason_cipher, now(), now() + interval '1 day'
           FROM redress.identity_request WHERE id = $1`,
        [requestId, director.staffId],
      ),
    ).rejects.toMatchObject({ code: '23503' });
    expect((await shield.get(complaintId, 'identity', cases.supervisor)).status).toBe(403);
  });

  it('is a supervisor or a director, and not recused', async () => {
    const { complaintId } = await shield.file();
    const requestId = await shield.ask(complaintId);
    for (const role of ['intake', 'auditor', 'clerk', 'administrator'] as const)
      expect((await shield.decide(complaintId, requestId, true, await redress.staff(role))).status).toBe(403);
    const walled = await redress.staff('director');
    await cases.step(complaintId, 'recusals', { staffId: walled.staffId, reason: 'other' });
    expect((await shield.decide(complaintId, requestId, true, walled)).status).toBe(404);
    const waiting = async (as: SignedIn): Promise<boolean> => {
      const { body } = await redress.request('GET', '/api/v1/identity-requests', { as: as.token });
      return body.items.some((item: { requestId: string }) => item.requestId === requestId);
    };
    expect([await waiting(walled), await waiting(director)]).toEqual([false, true]);
    created(await shield.decide(complaintId, requestId, true));
    expect(await waiting(director)).toBe(false);
  });

  it('decides once: of two at once one is told no, and one answer stands', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId } = await cases.file({ complainant: { name: NAME }, privacy: 'agency_only' });
      const requestId = await shield.ask(complaintId, await redress.staff('intake'));
      const answers = await Promise.all([
        shield.decide(complaintId, requestId, true),
        shield.decide(complaintId, requestId, false, cases.supervisor),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('is asked for a shielded person alone, for a reason, about a request of this case', async () => {
    const open = await cases.file({ complainant: { name: 'Rosa' } });
    const answer = await cases.step(open.complaintId, 'identity-requests', { reason: 'To call her.' });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-shielded']);
    const { complaintId } = await shield.file();
    expect((await cases.step(complaintId, 'identity-requests', { reason: ' ' })).status).toBe(422);
    const elsewhere = await shield.ask((await shield.file()).complaintId);
    expect((await shield.decide(complaintId, elsewhere, true)).status).toBe(404);
    expect((await shield.decide(complaintId, newId(), true)).status).toBe(404);
  });

  it('cannot be rewritten afterwards', async () => {
    const { complaintId } = await shield.file();
    created(await shield.decide(complaintId, await shield.ask(complaintId), false));
    for (const statement of [
      `UPDATE redress.identity_decision SET granted = true, granted_until = now() + interval '9 years'`,
      'DELETE FROM redress.identity_request',
    ])
      await expect(redress.database.owner.query(statement)).rejects.toMatchObject({ code: 'RD001' });
  });

  it('is asked anew by who was recused: their grant died with the wall', async () => {
    const { complaintId } = await shield.file();
    created(await shield.decide(complaintId, await shield.ask(complaintId), true));
    expect((await shield.get(complaintId, 'identity')).status).toBe(200);
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, cases.investigator));
    expect((await shield.get(complaintId, 'identity')).status).toBe(404);
  });
});
