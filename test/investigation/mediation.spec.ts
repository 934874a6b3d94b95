import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder, created, done, faults } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { day } from './day.js';

let redress: TestApp;
let cases: CaseBuilder;
let mediator: SignedIn;
let departmentId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  mediator = await redress.staff('mediator');
  departmentId = (await redress.department('Riverton PD')).id;
});
afterAll(() => redress.stop());

/** An accepted case with an officer who is known. */
async function withOfficer(
  body: object = { complainant: { name: 'Rosa' } },
): Promise<{ complaintId: string; complaintOfficerId: string }> {
  const { complaintId } = await cases.accepted(body);
  const officer = { departmentId, name: 'A. Smith', badgeNumber: `B${Math.random()}` };
  const registered = await redress.request('POST', '/api/v1/officers', { as: cases.supervisor.token, body: officer });
  const { officerId } = created(registered);
  const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { officerId }));
  return { complaintId, complaintOfficerId };
}
async function offered(): Promise<{ complaintId: string; complaintOfficerId: string; at: string }> {
  const known = await withOfficer();
  const offer = { complaintOfficerId: known.complaintOfficerId, excludedBy: [] };
  const { mediationId } = created(await cases.step(known.complaintId, 'mediations', offer));
  return { ...known, at: `mediations/${mediationId}` };
}
const step = (complaintId: string, at: string, body: object, as = cases.supervisor) =>
  cases.step(complaintId, at, { on: day(), ...body }, as);
async function agreed() {
  const made = await offered();
  for (const party of ['complainant', 'officer'])
    done(await step(made.complaintId, `${made.at}/answers`, { party, accepted: true }));
  return made;
}
async function withMediator() {
  const made = await agreed();
  done(await step(made.complaintId, `${made.at}/mediator`, { staffId: mediator.staffId }));
  return made;
}
const list = (complaintId: string, as: SignedIn) =>
  redress.request('GET', `/api/v1/complaints/${complaintId}/mediations`, { as: as.token });

describe('a mediation', () => {
  it('is offered, accepted by both, held with a mediator, and ends the case', async () => {
    const { complaintId, at } = await withMediator();
    const session = () => step(complaintId, `${at}/sessions`, {}, mediator);
    expect((await step(complaintId, `${at}/end`, { outcome: 'mediated' }, mediator)).body.code).toBe('no-session');
    done(await session());
    expect((await session()).body.code).toBe('session-recorded');
    done(await step(complaintId, `${at}/end`, { outcome: 'mediated' }, mediator));
    const { items } = (await list(complaintId, cases.supervisor)).body;
    expect(items).toMatchObject([{ status: 'mediated', sessions: [day()], endedOn: day() }]);
    done(await cases.step(complaintId, 'close', { withoutFinding: 'mediated' }));
    expect((await cases.caseFile(complaintId)).status).toBe('closed');
    const { rows } = await redress.database.owner.query<{ event: string }>(
      `SELECT event FROM redress.case_event WHERE complaint_id = $1 AND event LIKE 'mediation%' ORDER BY event`,
      [complaintId],
    );
    expect(rows.map(({ event }) => event)).toEqual(['mediation_ended', 'mediation_offered']);
  });

  it('is declined by one no, and may be offered again', async () => {
    const { complaintId, complaintOfficerId, at } = await offered();
    const offer = { complaintOfficerId, excludedBy: [] };
    expect((await cases.step(complaintId, 'mediations', offer)).body.code).toBe('mediation-open');
    done(await step(complaintId, `${at}/answers`, { party: 'complainant', accepted: true }));
    const again = await step(complaintId, `${at}/answers`, { party: 'complainant', accepted: false });
    expect(again.body.code).toBe('party-answered');
    done(await step(complaintId, `${at}/answers`, { party: 'officer', accepted: false }));
    const ended = await step(complaintId, `${at}/end`, { outcome: 'attempted' });
    expect(ended.body.code).toBe('mediation-stands-elsewhere');
    created(await cases.step(complaintId, 'mediations', offer));
  });

  it('is not offered on a ground of the charter, to an anonymous complainant, or with an officer unknown', async () => {
    const { complaintId, complaintOfficerId } = await withOfficer();
    const excluded = { complaintOfficerId, excludedBy: ['pending_suit'] };
    expect((await cases.step(complaintId, 'mediations', excluded)).body.code).toBe('mediation-excluded');
    const unknown = { complaintOfficerId, excludedBy: ['weather'] };
    expect(faults(await cases.step(complaintId, 'mediations', unknown))).toEqual(['/excludedBy/0 not-in-charter']);
    const { complaintId: nameless, ...officerThere } = await withOfficer({ anonymous: true });
    const toNobody = await cases.step(nameless, 'mediations', { ...officerThere, excludedBy: [] });
    expect(toNobody.body.code).toBe('mediation-excluded');
    const described = await cases.investigated();
    const [officer] = (await cases.caseFile(described.complaintId)).officers;
    const offer = { complaintOfficerId: officer.complaintOfficerId, excludedBy: [] };
    expect(faults(await cases.step(described.complaintId, 'mediations', offer))).toEqual([
      '/complaintOfficerId no-such-subject',
    ]);
  });

  it('has a mediator of the staff who is not recused, and a session only then', async () => {
    const { complaintId, at } = await agreed();
    expect((await step(complaintId, `${at}/sessions`, {})).body.code).toBe('no-mediator');
    const investigator = await step(complaintId, `${at}/mediator`, { staffId: cases.investigator.staffId });
    expect(faults(investigator)).toEqual(['/staffId no-such-mediator']);
  });
});

describe('what is said in mediation', () => {
  it('has nowhere to be written: no field of its requests takes it', async () => {
    const { complaintId, at } = await withMediator();
    for (const [address, body] of [
      ['sessions', { notes: 'She wept.' }],
      ['end', { outcome: 'attempted', reason: 'He shouted.' }],
      ['answers', { party: 'officer', accepted: true, text: 'Gladly.' }],
    ] as const) {
      const answer = await step(complaintId, `${at}/${address}`, body);
      expect([address, answer.status, answer.body.errors[0].code]).toEqual([address, 422, 'unknown-field']);
    }
    const dated = await cases.step(complaintId, `${at}/sessions`, { on: 'when she wept' });
    expect(faults(dated)).toEqual(['/on matches']);
  });

  const COLUMNS = `
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
     WHERE table_schema = 'redress' AND table_name LIKE 'mediation%' AND data_type NOT IN ('uuid', 'date', 'boolean')
     ORDER BY 1`;

  it('and no column: what is no id, day or yes is one of few words', async () => {
    const { owner } = redress.database;
    const columns = async () => (await owner.query<{ column: string }>(COLUMNS)).rows.map(({ column }) => column);
    expect(await columns()).toEqual(['mediation.status', 'mediation_answer.party']);
    await expect(owner.query(`UPDATE redress.mediation SET status = 'She wept.'`)).rejects.toMatchObject({
      code: '23514',
    });
    await owner.query('ALTER TABLE redress.mediation_session ADD COLUMN planted text');
    expect(await columns()).toContain('mediation_session.planted');
    await owner.query('ALTER TABLE redress.mediation_session DROP COLUMN planted');
  });
});

describe('a mediator', () => {
  it('sees their mediation and nothing else of the case', async () => {
    const { complaintId } = await withMediator();
    expect((await list(complaintId, mediator)).body.items).toHaveLength(1);
    const base = `/api/v1/complaints/${complaintId}`;
    for (const address of [
      '',
      '/identity',
      '/history',
      '/work',
      '/investigation',
      '/letters',
      '/evidence',
      '/deadlines',
    ]) {
      const answer = await redress.request('GET', `${base}${address}`, { as: mediator.token });
      expect([address, answer.status]).toEqual([address, 403]);
    }
    expect((await redress.request('GET', '/api/v1/complaints', { as: mediator.token })).status).toBe(403);
  });

  it('sees no case that is another’s, and none that they are recused from', async () => {
    const { complaintId, at } = await withMediator();
    const other = await redress.staff('mediator');
    expect((await list(complaintId, other)).status).toBe(404);
    expect((await step(complaintId, `${at}/sessions`, {}, other)).status).toBe(404);
    created(await cases.step(complaintId, 'recusals', { staffId: mediator.staffId, reason: 'other' }));
    expect((await list(complaintId, mediator)).status).toBe(404);
  });
});
