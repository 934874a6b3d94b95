import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults } from './case-builder.js';

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

const recuse = (complaintId: string, body: object, as = cases.investigator) =>
  cases.step(complaintId, 'recusals', body, as);

/** In how many rows of how many tables this person's own transaction, as the application's role, sees the case. */
async function seen(complaintId: string, staffId: string): Promise<Record<string, number>> {
  const { rows: tables } = await redress.database.owner.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'redress' AND (column_name = 'complaint_id' OR (table_name, column_name) = ('complaint', 'id'))
        AND table_name <> 'recusal'`,
  );
  await app.query('BEGIN');
  await app.query(`SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`, [
    redress.jurisdiction.id,
    staffId,
  ]);
  const counts: Record<string, number> = {};
  for (const { table, column } of tables) {
    const sql = `SELECT count(*)::int AS count FROM redress.${app.escapeIdentifier(table)} WHERE ${app.escapeIdentifier(column)} = $1`;
    const { rows } = await app.query<{ count: number }>(sql, [complaintId]);
    if (rows[0]!.count > 0) counts[table] = rows[0]!.count;
  }
  await app.query('ROLLBACK');
  return counts;
}

describe('POST …/recusals', () => {
  // ASVS 5.0: V8.3.2
  it('hides the case from whoever recuses themselves, everywhere and at once', async () => {
    const { complaintId, caseNumber } = await cases.drafted();
    const as = cases.investigator.token;
    created(await recuse(complaintId, { reason: 'relation_to_party' }));
    const base = `/api/v1/complaints/${complaintId}`;
    for (const address of [base, `${base}/identity`])
      expect((await redress.request('GET', address, { as })).status).toBe(404);
    const { text } = await redress.request('GET', '/api/v1/complaints', { as });
    expect(text).not.toContain(caseNumber);
    expect((await redress.request('GET', `/api/v1/complaints?caseNumber=${caseNumber}`, { as })).body.items).toEqual(
      [],
    );
    expect((await cases.step(complaintId, 'draft-findings', undefined, cases.investigator)).status).toBe(404);
    expect((await recuse(complaintId, { reason: 'other' })).status).toBe(404);
  });

  it("holds in every case table, for raw SQL as the application's role", async () => {
    const { complaintId, receiptCode } = await cases.handedIn();
    const answer = { receipt: receiptCode, body: { text: 'Car 12.' } };
    created(await redress.request('POST', '/api/v1/jurisdictions/riverton/my-complaint/messages', answer));
    await redress.request('GET', `/api/v1/complaints/${complaintId}/messages`, { as: cases.supervisor.token });
    await recuse(complaintId, { reason: 'prior_involvement' });
    expect(await seen(complaintId, cases.investigator.staffId)).toEqual({});
    // The control: somebody else's transaction sees the same rows.
    expect(await seen(complaintId, cases.supervisor.staffId)).toMatchObject({
      complaint: 1,
      complaint_person: 1,
      complaint_officer: 1,
      allegation: 1,
      finding: 1,
      assignment: 1,
      case_key: 1,
      screening: 1,
      message: 1,
      message_seen: 1,
      history_event: 8,
    });
  });

  it('ends the assignment of whoever was assigned, so that somebody else can be', async () => {
    const { complaintId } = await cases.investigated();
    await recuse(complaintId, { reason: 'relation_to_officer' });
    const { assignments, recusals } = await cases.caseFile(complaintId);
    expect(assignments).toMatchObject([{ staffId: cases.investigator.staffId, endedAt: expect.any(String) }]);
    expect(recusals).toMatchObject([{ staffId: cases.investigator.staffId, reason: 'relation_to_officer' }]);
    const next = await redress.staff('investigator');
    created(await cases.step(complaintId, 'assignments', { staffId: next.staffId }));
    expect(await cases.actions(complaintId)).toContain('recusal.declare');
  });

  it('is declared for somebody else by a supervisor or a clerk alone', async () => {
    const { complaintId } = await cases.investigated();
    const member = await redress.staff('board_member');
    const body = { staffId: member.staffId, reason: 'public_statement' };
    for (const role of ['intake', 'director'] as const) {
      const answer = await recuse(complaintId, body, await redress.staff(role));
      expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed']);
    }
    created(await recuse(complaintId, body, await redress.staff('clerk')));
    const again = await recuse(complaintId, body, cases.supervisor);
    expect([again.status, again.body.code]).toEqual([409, 'recused-already']);
    expect(await seen(complaintId, member.staffId)).toEqual({});
  });

  it('beats the director', async () => {
    const { complaintId } = await cases.file();
    const director = await redress.staff('director');
    created(await recuse(complaintId, { staffId: director.staffId, reason: 'financial_interest' }, cases.supervisor));
    for (const address of ['', '/history']) {
      const { status } = await redress.request('GET', `/api/v1/complaints/${complaintId}${address}`, {
        as: director.token,
      });
      expect(status).toBe(404);
    }
  });

  it('never leaves a recused person assigned, whichever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId } = await cases.accepted();
      const { staffId } = cases.investigator;
      await Promise.all([
        cases.step(complaintId, 'assignments', { staffId }),
        recuse(complaintId, { staffId, reason: 'other' }, cases.supervisor),
      ]);
      const { assignments, recusals } = await cases.caseFile(complaintId);
      expect(recusals).toHaveLength(1);
      expect(assignments.filter((assignment: { endedAt: string | null }) => assignment.endedAt === null)).toEqual([]);
    }
  });

  it('takes a reason from the list, and a person of the staff', async () => {
    const { complaintId } = await cases.file();
    expect(faults(await recuse(complaintId, { reason: 'She is my sister Rosa.' }, cases.supervisor))).toEqual([
      '/reason is-in',
    ]);
    const nobody = await recuse(complaintId, { staffId: complaintId, reason: 'other' }, cases.supervisor);
    expect(faults(nobody)).toEqual(['/staffId no-such-person']);
  });
});
