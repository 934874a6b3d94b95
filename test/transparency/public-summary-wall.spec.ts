import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../src/platform/identifiers.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { created } from '../complaint/case-builder.js';
import { recuse } from '../support/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { PLAIN_TEXT, SummaryDesk } from './summary-desk.js';

let redress: TestApp;
let desk: SummaryDesk;
let asApp: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = await SummaryDesk.open(redress);
  asApp = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await asApp.connect();
  await asApp.query("SELECT set_config('redress.jurisdiction', $1, false)", [redress.jurisdiction.id]);
});
afterAll(async () => {
  await asApp.end();
  await redress.stop();
});

/** As the application's own database role: what a fault in our code could at most do. Rows changed, or the SQLSTATE. */
const tried = (client: pg.Client | pg.Pool, sql: string, values: unknown[]): Promise<string> =>
  client.query(sql, values).then(
    ({ rowCount }) => `${rowCount ?? 0} rows`,
    (error: unknown) => (error as { code?: string }).code ?? 'no code',
  );

const HASH = 'a'.repeat(64);
const APPROVE = `UPDATE redress.public_summary SET status = 'approved', approved_at = now(), review_sha256 = $2
  WHERE complaint_id = $1 AND status <> 'withdrawn'`;
const SIGN = `INSERT INTO redress.public_summary_approval (jurisdiction_id, complaint_id, summary_id, revision_id, review_sha256,
    staff_id, text_sha256, hits_shown, approved_at)
  SELECT s.jurisdiction_id, s.complaint_id, s.id, s.revision_id, $2, $3, coalesce($4, r.text_sha256), 0, now()
    FROM redress.public_summary s JOIN redress.public_summary_revision r ON r.id = s.revision_id WHERE s.complaint_id = $1`;

describe('the database by itself', () => {
  it('refuses an approved summary without two approvals of this text with these hits', async () => {
    const complaintId = await desk.submitted();
    const [one, other, third] = desk.approvers;
    const approve = (): Promise<string> => tried(asApp, APPROVE, [complaintId, HASH]);
    const sign = (staffId: string, review = HASH, text: string | null = null): Promise<string> =>
      tried(asApp, SIGN, [complaintId, review, staffId, text]);
    expect(await approve()).toBe('RD011');
    expect(await sign(one.staffId)).toBe('1 rows');
    expect(await approve()).toBe('RD011');
    expect([await sign(other.staffId, 'b'.repeat(64)), await sign(third.staffId, HASH, 'c'.repeat(64))]).toEqual([
      '1 rows',
      '1 rows',
    ]);
    expect(await approve()).toBe('RD011');
    expect(await sign(other.staffId)).toBe('1 rows');
    await recuse(redress, complaintId, one.staffId);
    expect(await approve()).toBe('RD011');
  });

  it('refuses the approval of whoever wrote any of its texts', async () => {
    const complaintId = await desk.submitted();
    expect(await tried(asApp, SIGN, [complaintId, HASH, desk.writer.staffId, null])).toBe('RD012');
  });

  it.each([
    ['public_summary_approval', `UPDATE redress.public_summary_approval SET staff_id = staff_id`],
    ['public_summary_approval', `DELETE FROM redress.public_summary_approval`],
    ['public_summary_revision', `UPDATE redress.public_summary_revision SET text_sha256 = text_sha256`],
    ['public_summary_kept_hit', `DELETE FROM redress.public_summary_kept_hit`],
  ])('lets nobody rewrite %s: %s', async (_, statement) => {
    await desk.approved('Kowalski Street was closed; two officers stopped a car there and searched it.');
    expect(await tried(asApp, statement, [])).toBe('42501');
    expect(await tried(redress.database.owner, statement, [])).toBe('RD001');
  });

  it('lets a withdrawn summary stay withdrawn', async () => {
    const complaintId = await desk.submitted();
    await desk.withdraw(complaintId);
    const revive = `UPDATE redress.public_summary SET status = 'draft', withdrawn_at = NULL WHERE complaint_id = $1`;
    expect(await tried(asApp, revive, [complaintId])).toBe('RD001');
  });

  it('would let all of it through without its triggers (planted)', async () => {
    const { owner } = redress.database;
    const complaintId = await desk.submitted();
    const TRIGGERS = [
      ['public_summary', 'refuse_unapproved_summary'],
      ['public_summary_approval', 'refuse_own_summary'],
    ];
    const turn = async (how: 'DISABLE' | 'ENABLE'): Promise<void> => {
      for (const [table, trigger] of TRIGGERS)
        await owner.query(`ALTER TABLE redress.${table!} ${how} TRIGGER ${trigger!}`);
    };
    await turn('DISABLE');
    expect(await tried(asApp, SIGN, [complaintId, HASH, desk.writer.staffId, null])).toBe('1 rows');
    expect(await tried(asApp, APPROVE, [complaintId, HASH])).toBe('1 rows');
    await turn('ENABLE');
    expect(await tried(asApp, APPROVE, [complaintId, HASH])).toBe('RD011');
  });

  it('hides it from another jurisdiction', async () => {
    await desk.submitted();
    const count = async (): Promise<number> =>
      (await asApp.query<{ count: number }>('SELECT count(*)::int AS count FROM redress.public_summary')).rows[0]!
        .count;
    expect(await count()).toBeGreaterThan(0);
    const setting = "SELECT set_config('redress.jurisdiction', $1, false)";
    await asApp.query(setting, [newId()]);
    expect(await count()).toBe(0);
    await asApp.query(setting, [redress.jurisdiction.id]);
  });
});

describe('at the same moment', () => {
  const ROUNDS = 4;

  it('two approvals make one approved summary', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const complaintId = await desk.submitted();
      const [one, other] = desk.approvers;
      const answers = await Promise.all([desk.approve(complaintId, one), desk.approve(complaintId, other)]);
      expect(answers.map((answer) => Number(created(answer).approvals)).sort()).toEqual([1, 2]);
      expect(await desk.show(complaintId)).toMatchObject({ status: 'approved', approvals: [{}, {}] });
    }
  });

  it('one person’s two approvals are one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const complaintId = await desk.submitted();
      const [one] = desk.approvers;
      const answers = await Promise.all([desk.approve(complaintId, one), desk.approve(complaintId, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await desk.show(complaintId)).toMatchObject({ status: 'awaiting_approval', approvals: [{}] });
    }
  });

  // ASVS 5.0: V15.4.2
  it('an edit and the last approval leave one truth: what is approved is never a text that was not read', async () => {
    const orders = new Set<string>();
    for (let round = 0; round < 2 * ROUNDS; round++) {
      const complaintId = await desk.submitted();
      const [one, other] = desk.approvers;
      created(await desk.approve(complaintId, one));
      const seen = await desk.show(complaintId, other);
      const edit = () => desk.rewrite(complaintId, `${PLAIN_TEXT} Round ${round}.`, seen.textSha256);
      const approve = () => desk.approve(complaintId, other, seen);
      const [approved, edited] =
        round % 2 ? await Promise.all([approve(), edit()]) : (await Promise.all([edit(), approve()])).reverse();
      expect(edited!.status).toBe(200);
      orders.add(approved!.status === 201 ? 'approved first' : String(approved!.body.code));
      const now = await desk.show(complaintId);
      expect(now).toMatchObject({ status: 'draft', approvals: [], text: `${PLAIN_TEXT} Round ${round}.` });
    }
    process.stderr.write(`    edit against approval, ${2 * ROUNDS} rounds: ${[...orders].sort().join(', ')}\n`);
    for (const order of orders) expect(['approved first', 'status-forbids', 'text-changed']).toContain(order);
  });

  it('a withdrawal wins over the last approval, whichever came first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const complaintId = await desk.submitted();
      const [one, other] = desk.approvers;
      created(await desk.approve(complaintId, one));
      const seen = await desk.show(complaintId, other);
      const [withdrawn] = await Promise.all([desk.withdraw(complaintId), desk.approve(complaintId, other, seen)]);
      expect(withdrawn.status).toBe(204);
      expect((await desk.ask(complaintId)).status).toBe(404);
    }
  });
});
