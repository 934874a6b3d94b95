import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PNG } from '../evidence/evidence-desk.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder } from './case-builder.js';
import { DatabaseAttacker } from './database-attacker.js';
import { CANARIES, Expungement, OPEN_WORDS, type WholeCase, wholeCase } from './whole-case.js';

let redress: TestApp;
let cases: CaseBuilder;
let expunge: Expungement;
let attacker: DatabaseAttacker;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  expunge = await Expungement.by(redress, cases);
  attacker = new DatabaseAttacker(redress);
});
afterAll(() => redress.stop());

const words = (own: string): string[] => Object.values(CANARIES).map((word) => `${word}${own}`);
const sql = async <R extends object>(statement: string, values: unknown[] = []): Promise<R[]> =>
  (await redress.database.owner.query<R>(statement, values)).rows;
/** Every row of the record of who did what, as it stands. */
const historyOf = async (complaintId: string): Promise<string[]> =>
  (
    await sql<{ row: string }>(
      'SELECT to_jsonb(e)::text AS row FROM redress.history_event e WHERE complaint_id = $1 ORDER BY at, id',
      [complaintId],
    )
  ).map(({ row }) => row);
const wrappedKey = async (complaintId: string): Promise<Buffer> =>
  (await sql<{ wrapped: Buffer }>('SELECT wrapped FROM redress.case_key WHERE complaint_id = $1', [complaintId]))[0]!
    .wrapped;

describe('an expunged case', () => {
  let gone: WholeCase;
  let kept: WholeCase;
  let history: string[];
  let wrapped: Buffer;
  beforeAll(async () => {
    gone = await wholeCase(redress, cases, '-of-the-gone');
    kept = await wholeCase(redress, cases, '-of-the-kept');
    await expunge.ask(kept.complaintId, '-of-the-kept');
  });

  it('can be read with the master key before, every word of it: the attack is a real one', async () => {
    const unread: string[] = [];
    for (const word of Object.values(CANARIES).filter((each) => each !== CANARIES.order))
      if ((await attacker.columnsThatSay([`${word}-of-the-gone`])).length === 0) unread.push(word);
    expect(unread).toEqual([]);
    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual(['redress.case_key.wrapped']);
    expect(await attacker.filesThatShow(PNG)).toBe(2);
    expect(await attacker.tablesThatJoin(gone.complaintId, gone.officerId)).not.toEqual([]);
  });

  it('cannot be recovered from any live row with the master key, while the case beside it can', async () => {
    history = await historyOf(gone.complaintId);
    wrapped = await wrappedKey(gone.complaintId);
    await expunge.of(gone.complaintId, '-of-the-gone');

    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual([]);
    expect(await attacker.columnsThatSay(words('-of-the-gone'))).toEqual([]);
    expect(await attacker.filesThatShow(PNG)).toBe(1);
    // Nor does anything tell any more which officer it was about: the history neither.
    expect(await attacker.tablesThatJoin(gone.complaintId, gone.officerId)).toEqual([]);
    const beside = await attacker.columnsThatSay(words('-of-the-kept'));
    expect(beside).toEqual(expect.arrayContaining(['complaint.narrative_cipher', 'finding.reasons_cipher']));
    expect(beside.length).toBeGreaterThan(10);
  });

  it('cannot be recovered with its own key either, copied before: there is nothing left for it to open', async () => {
    await sql('CREATE TABLE redress.stolen AS SELECT $1::uuid AS complaint_id, $2::bytea AS wrapped', [
      gone.complaintId,
      wrapped,
    ]);
    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual(['redress.stolen.wrapped']);
    expect(await attacker.columnsThatSay(words('-of-the-gone'))).toEqual([]);
    await sql('DROP TABLE redress.stolen');
  });

  it('leaves the record of who did what as it was, row by row, and nobody can rewrite it', async () => {
    const after = await historyOf(gone.complaintId);
    expect(history.length).toBeGreaterThan(12);
    expect(after.slice(0, history.length)).toEqual(history);
    expect(after.slice(history.length).map((row) => JSON.parse(row).action)).toEqual([
      'complaint.ask-expungement',
      'complaint.expunge',
    ]);
    for (const statement of [
      `UPDATE redress.history_event SET details = '{}' WHERE complaint_id = $1`,
      'DELETE FROM redress.history_event WHERE complaint_id = $1',
      'DELETE FROM redress.tombstone WHERE complaint_id = $1',
    ])
      await expect(sql(statement, [gone.complaintId])).rejects.toMatchObject({ code: 'RD001' });
  });

  it('shows its tombstone to staff and to who holds the receipt', async () => {
    const { caseNumber, complaintId, receiptCode } = gone;
    const { status, body } = await redress.request('GET', `/api/v1/complaints/${complaintId}`, {
      as: cases.supervisor.token,
    });
    expect([status, body.code]).toEqual([410, 'case-expunged']);
    const on = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(body.details).toEqual({ caseNumber, on, authority: 'court_order' });
    const mine = '/api/v1/jurisdictions/riverton/my-complaint';
    const { body: told } = await redress.request('GET', mine, { receipt: receiptCode });
    expect(told).toMatchObject({ caseNumber, stage: 'Expunged', canWithdraw: false });
  });

  it('keeps its wrapped key in the old row version on disk until the table is written anew: said honestly', async () => {
    const onDisk = async (): Promise<boolean> => {
      await sql('CHECKPOINT');
      const file = `pg_read_binary_file(pg_relation_filepath('redress.case_key'))`;
      return (await sql<{ found: boolean }>(`SELECT position($1 IN ${file}) > 0 AS found`, [wrapped]))[0]!.found;
    };
    expect(await onDisk()).toBe(true);
    await sql('VACUUM (FULL) redress.case_key');
    expect(await onDisk()).toBe(false);
  });
});

describe('the attack', () => {
  const ERASE_BY_NAME = `pg_get_functiondef('redress.erase_by_name(uuid, uuid)'::regprocedure)`;
  /** While `work` goes on, the expungement leaves every sealed text as it is. */
  async function withTextsLeft(work: () => Promise<void>): Promise<void> {
    const [{ definition } = { definition: '' }] = await sql<{ definition: string }>(
      `SELECT ${ERASE_BY_NAME} AS definition`,
    );
    await sql(
      `CREATE OR REPLACE FUNCTION redress.erase_by_name(here uuid, erased uuid) RETURNS void LANGUAGE sql AS ''`,
    );
    await work();
    await sql(definition);
  }

  it('finds the texts of a case whose key was not destroyed (planted), and none of one whose key was', async () => {
    const { complaintId } = await wholeCase(redress, cases, '-with-key');
    const wrapped = await wrappedKey(complaintId);
    await withTextsLeft(() => expunge.of(complaintId, '-with-key'));
    // The key alone is enough: every text still stands there, sealed.
    const left = await sql('SELECT FROM redress.finding WHERE complaint_id = $1 AND length(reasons_cipher) > 29', [
      complaintId,
    ]);
    expect(left).not.toEqual([]);
    const sealed = words('-with-key').filter((word) => !OPEN_WORDS.some((open) => word.startsWith(open)));
    expect(await attacker.columnsThatSay(sealed)).toEqual([]);

    await sql(
      'UPDATE redress.case_key SET wrapped = $2, organization_version = 1, destroyed_at = NULL WHERE complaint_id = $1',
      [complaintId, wrapped],
    );
    expect(await attacker.keysLeftOf(complaintId)).toEqual(['redress.case_key.wrapped']);
    expect(await attacker.columnsThatSay(sealed)).toEqual(
      expect.arrayContaining(['expungement.reference_cipher', 'finding.reasons_cipher', 'message.text_cipher']),
    );
  });

  it('finds a column in the clear that the expungement does not know (planted)', async () => {
    const { complaintId } = await wholeCase(redress, cases, '-in-the-clear');
    await sql('ALTER TABLE redress.receipt ADD COLUMN remark text');
    await sql('ALTER TABLE redress.receipt DISABLE TRIGGER append_only');
    await sql('UPDATE redress.receipt SET remark = $2 WHERE complaint_id = $1', [
      complaintId,
      words('-in-the-clear')[0],
    ]);
    await expunge.of(complaintId, '-in-the-clear');
    expect(await attacker.columnsThatSay(words('-in-the-clear'))).toEqual(['receipt.remark']);
  });
});
