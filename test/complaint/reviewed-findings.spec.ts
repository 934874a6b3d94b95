import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { genericCharter } from '../../src/charter/index.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let app: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await redress.stop();
});

const approve = (complaintId: string, as = cases.supervisor) =>
  cases.step(complaintId, 'reviews', { decision: 'approve' }, as);

/** As the application's own role, past the application; the SQLSTATE of what the database refused, or null. */
async function pastTheApp(sql: string, values: unknown[]): Promise<string | null> {
  await app.query('BEGIN');
  await app.query(`SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`, [
    redress.jurisdiction.id,
    cases.supervisor.staffId,
  ]);
  try {
    await app.query(sql, values);
    await app.query('COMMIT');
    return null;
  } catch (error) {
    await app.query('ROLLBACK');
    return (error as { code: string }).code;
  }
}

describe('drafted findings', () => {
  it('go neither to the board nor to the end before a supervisor has approved them', async () => {
    const { complaintId, allegationIds } = await cases.handedIn();
    for (const step of ['send-to-board', 'close']) {
      const answer = await cases.step(complaintId, step, step === 'close' ? {} : undefined);
      expect([step, answer.status, answer.body.code]).toEqual([step, 409, 'not-reviewed']);
    }
    const { status, allegations } = await cases.caseFile(complaintId);
    // What closing wrote before it was refused is gone with it.
    expect([status, allegations[0].findings.map(({ stage }: { stage: string }) => stage)]).toEqual([
      'findings_drafted',
      ['investigator'],
    ]);
    expect((await approve(complaintId, cases.investigator)).status).toBe(403);
    // A finding of the supervisor's own is no approval of what the investigator found.
    const own = { allegationId: allegationIds[0], stage: 'supervisor', finding: 'unfounded', reasons: 'The roster.' };
    created(await cases.step(complaintId, 'findings', own));
    expect((await cases.step(complaintId, 'close', {})).body.code).toBe('not-reviewed');
    created(await approve(complaintId));
    done(await cases.step(complaintId, 'send-to-board'));
  });

  it('are approved as they were drafted last, and anew after each draft', async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    await cases.find(complaintId, allegationIds[0]!, 'sustained');
    // Before anything is drafted there is nothing that an approval could be of.
    created(await approve(complaintId));
    done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
    expect((await cases.step(complaintId, 'close', {})).body.code).toBe('not-reviewed');
    created(await approve(complaintId));
    done(await cases.step(complaintId, 'return-to-investigation'));
    await cases.find(complaintId, allegationIds[0]!, 'exonerated');
    done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
    expect((await cases.step(complaintId, 'send-to-board')).body.code).toBe('not-reviewed');
    const url = `/api/v1/complaints/${complaintId}/investigation`;
    const { reviews } = (await redress.request('GET', url, { as: cases.supervisor.token })).body;
    expect(reviews).toMatchObject([{ ofLastDraft: false }, { ofLastDraft: false }]);
    created(await approve(complaintId));
    done(await cases.step(complaintId, 'close', {}));
  });

  it('are approved by nobody to whom the case is assigned', async () => {
    const both = await redress.staff('supervisor', 'investigator');
    const { complaintId, allegationIds } = await cases.investigated();
    const [{ assignmentId }] = (await cases.caseFile(complaintId)).assignments;
    const passed = { staffId: both.staffId, replaces: assignmentId, reason: 'Ivan is on leave.' };
    created(await cases.step(complaintId, 'assignments', passed));
    const finding = { allegationId: allegationIds[0], stage: 'investigator', finding: 'sustained', reasons: 'Seen.' };
    created(await cases.step(complaintId, 'findings', finding, both));
    done(await cases.step(complaintId, 'draft-findings', undefined, both));
    expect((await approve(complaintId, both)).body.code).toBe('own-work');
    expect((await cases.step(complaintId, 'close', {}, both)).body.code).toBe('not-reviewed');
  });

  // ASVS 5.0: V2.2.2
  it('cannot be pushed on past the application', async () => {
    const { complaintId } = await cases.handedIn();
    const move = (status: string) =>
      pastTheApp(`UPDATE redress.complaint SET status = $2, closed_on = now() WHERE id = $1`, [complaintId, status]);
    expect(await move('before_board')).toBe('RD027');
    expect(await move('closed')).toBe('RD027');
    // Which draft stands and which was approved is not for whoever writes to say.
    expect(await pastTheApp('UPDATE redress.complaint SET draft = 0 WHERE id = $1', [complaintId])).toBeNull();
    const { rows } = await redress.database.owner.query('SELECT draft FROM redress.complaint WHERE id = $1', [
      complaintId,
    ]);
    expect(rows).toEqual([{ draft: 1 }]);
    done(await cases.step(complaintId, 'return-to-investigation'));
    const forged = `INSERT INTO redress.supervisor_review
        (jurisdiction_id, id, complaint_id, round, decision, reviewed_by, reviewed_at, draft)
      VALUES ($1, gen_random_uuid(), $2, 9, 'approve', $3, now(), 2)`;
    expect(await pastTheApp(forged, [redress.jurisdiction.id, complaintId, cases.supervisor.staffId])).toBeNull();
    done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
    expect(await move('closed')).toBe('RD027');
  });

  it('would go on without the trigger (planted)', async () => {
    const { complaintId } = await cases.handedIn();
    const { owner } = redress.database;
    await owner.query('ALTER TABLE redress.complaint DISABLE TRIGGER refuse_unreviewed');
    done(await cases.step(complaintId, 'close', {}));
    await owner.query('ALTER TABLE redress.complaint ENABLE TRIGGER refuse_unreviewed');
  });

  it('go on as they are where the charter has no such stage', async () => {
    const { investigation } = genericCharter;
    const charter = { ...genericCharter, investigation: { ...investigation, reviewRequired: false } };
    const effectiveFrom = new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 10);
    const as = (await redress.staff('director')).token;
    created(await redress.request('POST', '/api/v1/charters', { as, body: { document: charter, effectiveFrom } }));
    const { complaintId } = await cases.handedIn();
    // The case keeps the charter that it was opened under.
    expect((await cases.step(complaintId, 'send-to-board')).body.code).toBe('not-reviewed');
    await redress.database.owner.query(
      `UPDATE redress.complaint SET charter_id = (SELECT id FROM redress.charter WHERE version = 2) WHERE id = $1`,
      [complaintId],
    );
    done(await cases.step(complaintId, 'send-to-board'));
  });
});

describe('a finding', () => {
  it('is never written over, and none takes the place of one of another stage', async () => {
    const { complaintId, allegationIds } = await cases.investigated(['bias', 'property']);
    const { findingId } = await cases.find(complaintId, allegationIds[0]!, 'sustained');
    const rewrite = `UPDATE redress.finding SET finding = 'unfounded' WHERE id = $1`;
    expect(await pastTheApp(rewrite, [findingId])).toBe('42501');
    await expect(redress.database.owner.query(rewrite, [findingId])).rejects.toMatchObject({ code: 'RD001' });
    const insert = (allegationId: string | undefined, stage: string, supersedes: string | null) =>
      pastTheApp(
        `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class,
           recorded_at, supersedes) VALUES ($1, gen_random_uuid(), $2, $3, $4, 'unfounded', 'unfounded', now(), $5)`,
        [redress.jurisdiction.id, complaintId, allegationId, stage, supersedes],
      );
    expect(await insert(allegationIds[0], 'investigator', null)).toBe('23505');
    expect(await insert(allegationIds[0], 'board', findingId)).toBe('23503');
    expect(await insert(allegationIds[1], 'investigator', findingId)).toBe('23503');
  });
});

describe('GET …/assignments', () => {
  it('tells who had the case, in order, and why it passed on or ended', async () => {
    const { complaintId } = await cases.investigated();
    const list = (as = cases.supervisor) =>
      redress.request('GET', `/api/v1/complaints/${complaintId}/assignments`, { as: as.token });
    const [{ assignmentId }] = (await list()).body.items;
    const next = await redress.staff('investigator');
    const passed = { staffId: next.staffId, replaces: assignmentId, reason: 'Ivan knows the sergeant.' };
    created(await cases.step(complaintId, 'assignments', passed));
    created(await cases.step(complaintId, 'recusals', { staffId: next.staffId, reason: 'relation_to_party' }));
    const { items } = (await list()).body;
    expect(items).toMatchObject([
      { staffId: cases.investigator.staffId, reason: null, endedWhy: 'reassigned', endedBy: cases.supervisor.staffId },
      { staffId: next.staffId, reason: passed.reason, endedWhy: 'recused', assignedBy: cases.supervisor.staffId },
    ]);
    expect((await cases.caseFile(complaintId)).assignments[1].reason).toEqual({ present: true });
    for (const stranger of [next, cases.investigator]) expect((await list(stranger)).status).toBe(404);
    expect((await list(await redress.staff('clerk'))).status).toBe(403);
    expect(faults(await cases.step(complaintId, 'assignments', { ...passed, reason: undefined }))).toEqual([
      '/reason reason-needed',
    ]);
  });

  it('rounds to the hour what it tells of an anonymous case', async () => {
    const { complaintId } = await cases.accepted({ anonymous: true });
    created(await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId, reason: 'Near.' }));
    const url = `/api/v1/complaints/${complaintId}/assignments`;
    const { body } = await redress.request('GET', url, { as: cases.supervisor.token });
    expect(body.items[0].assignedAt).toMatch(/:00:00\.000Z$/);
  });
});
