import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
let app: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  director = await redress.staff('director');
  app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await redress.stop();
});

/** In how many rows of how many tables this person's own transaction, as the application's role, sees the case. */
async function seen(complaintId: string, staffId: string): Promise<Record<string, number>> {
  const { rows: tables } = await redress.database.owner.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE table_schema = 'redress' AND t.table_type = 'BASE TABLE' AND table_name <> 'sealing'
        AND (column_name = 'complaint_id' OR (table_name, column_name) IN (('complaint', 'id'), ('case_link', 'linked_complaint_id')))`,
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

const SEALING = { orderedBy: 'court', reference: 'In re R., no. 24-117' };

describe('a sealed case', () => {
  it('is hidden from all but the director and the keeper of records, everywhere, and from releases', async () => {
    const { complaintId, caseNumber } = await cases.drafted();
    const neighbour = await cases.file();
    const linked = { linkedComplaintId: complaintId, kind: 'related', reason: 'The same street.' };
    created(await cases.step(neighbour.complaintId, 'links', linked));
    expect(Object.keys(await seen(complaintId, cases.supervisor.staffId)).length).toBeGreaterThan(9);
    created(await cases.step(complaintId, 'sealing', SEALING, director));

    for (const as of [
      cases.supervisor,
      cases.investigator,
      await redress.staff('auditor'),
      await redress.staff('intake'),
    ]) {
      expect(await seen(complaintId, as.staffId)).toEqual({});
      expect((await redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: as.token })).status).toBe(404);
      const { text } = await redress.request('GET', '/api/v1/complaints', { as: as.token });
      expect(text).not.toContain(caseNumber);
    }
    expect(JSON.stringify((await cases.caseFile(neighbour.complaintId)).links)).not.toContain(caseNumber);
    expect((await cases.step(complaintId, 'close', {})).status).toBe(404);
    expect(
      (await redress.database.owner.query('SELECT FROM redress.releasable_complaint WHERE id = $1', [complaintId]))
        .rowCount,
    ).toBe(0);
    // The control: the director sees the same rows.
    expect(await seen(complaintId, director.staffId)).toMatchObject({
      complaint: 1,
      finding: 1,
      allegation: 1,
      case_link: 1,
    });
    expect((await cases.caseFile(complaintId, director)).sealings).toMatchObject([
      { orderedBy: 'court', liftedAt: null },
    ]);
    const again = await cases.step(complaintId, 'sealing', SEALING, director);
    expect([again.status, again.body.code]).toEqual([409, 'sealed-already']);
  });

  it('is seen again when the sealing is lifted, and may be sealed once more', async () => {
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'sealing', SEALING, director));
    expect((await cases.step(complaintId, 'unsealing', { reason: 'Vacated.' })).status).toBe(403);
    done(await cases.step(complaintId, 'unsealing', { reason: 'Vacated.' }, director));
    expect((await cases.caseFile(complaintId)).caseNumber).toMatch(/^\d{4}-/);
    expect((await cases.step(complaintId, 'unsealing', { reason: 'Vacated.' }, director)).body.code).toBe('not-sealed');
    created(await cases.step(complaintId, 'sealing', SEALING, director));
    expect((await seen(complaintId, cases.supervisor.staffId)).complaint).toBeUndefined();
  });

  it('is sealed by no one else, and hides nothing from who holds its receipt', async () => {
    const { complaintId, receiptCode } = await cases.file();
    expect((await cases.step(complaintId, 'sealing', SEALING)).status).toBe(403);
    created(await cases.step(complaintId, 'sealing', SEALING, await redress.staff('records')));
    const { status } = await redress.request('GET', '/api/v1/jurisdictions/riverton/my-complaint', {
      receipt: receiptCode,
    });
    expect(status).toBe(200);
  });

  it('is held for nobody who would declare a conflict in it, by raw SQL either', async () => {
    const { complaintId } = await cases.file();
    const held = async (staffId: string): Promise<number | null> => {
      await app.query('BEGIN');
      const settings = `SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`;
      await app.query(settings, [redress.jurisdiction.id, staffId]);
      const { rowCount } = await app.query('SELECT FROM redress.hold_open_case($1)', [complaintId]);
      const { rows } = await app.query(`SELECT current_setting('redress.staff') AS staff`);
      await app.query('ROLLBACK');
      expect(rows).toEqual([{ staff: staffId }]);
      return rowCount;
    };
    // Nothing of the case is theirs, and still they may say that they should keep out of it.
    expect(await held(cases.investigator.staffId)).toBe(1);
    created(await cases.step(complaintId, 'sealing', SEALING, director));
    expect(await held(cases.investigator.staffId)).toBe(0);
    expect(await held(director.staffId)).toBe(1);
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, director));
    expect(await held(director.staffId)).toBe(0);
  });

  it('would be seen if a table were left outside the wall (planted)', async () => {
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'sealing', SEALING, director));
    const { owner } = redress.database;
    await owner.query('DROP POLICY sealing_wall ON redress.case_key');
    expect(await seen(complaintId, cases.supervisor.staffId)).toEqual({ case_key: 1 });
    await owner.query(`SELECT redress.wall_off_sealed('redress.case_key', 'complaint_id')`);
    expect(await seen(complaintId, cases.supervisor.staffId)).toEqual({});
  });

  it('has its wall on every table that has the other one', async () => {
    const { rows } = await redress.database.owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE p.polname = 'recusal_wall'
        AND NOT EXISTS (SELECT FROM pg_policy s WHERE s.polrelid = p.polrelid AND s.polname = 'sealing_wall')`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['sealing']);
  });
});
