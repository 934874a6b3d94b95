import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done } from './case-builder.js';
import { CANARIES, Expungement } from './whole-case.js';

let redress: TestApp;
let cases: CaseBuilder;
let expunge: Expungement;
let app: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  expunge = await Expungement.by(redress, cases);
  app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await redress.stop();
});

const ORDER = { authority: 'court_order', reference: CANARIES.order };
const read = (complaintId: string, path = '', as = cases.supervisor) =>
  redress.request('GET', `/api/v1/complaints/${complaintId}${path}`, { as: as.token });

describe('expunging a case', () => {
  it('leaves a tombstone in its place, nothing to do with it, and no line in a list or a release', async () => {
    const { complaintId, caseNumber, receiptCode } = await cases.file();
    const untouched = await cases.file();
    await expunge.of(complaintId);
    expect((await read(complaintId)).body.code).toBe('case-expunged');
    expect((await read(complaintId, '/identity')).status).toBe(410);
    expect((await cases.step(complaintId, 'close', {})).status).toBe(410);
    const withdraw = '/api/v1/jurisdictions/riverton/my-complaint/withdraw';
    expect((await redress.request('POST', withdraw, { receipt: receiptCode })).status).toBe(410);
    const { text: list } = await redress.request('GET', '/api/v1/complaints', { as: cases.supervisor.token });
    expect(list).not.toContain(caseNumber);
    expect(list).toContain(untouched.caseNumber);
    expect((await cases.actions(complaintId)).slice(-2)).toEqual(['complaint.ask-expungement', 'complaint.expunge']);
    expect((await cases.caseFile(untouched.complaintId)).status).toBe('filed');
    const { owner } = redress.database;
    const { rowCount } = await owner.query('SELECT FROM redress.releasable_complaint WHERE id = $1', [complaintId]);
    expect(rowCount).toBe(0);
  });

  it('forgets codes that were replaced: they opened nothing, and nobody needs them', async () => {
    const { complaintId, receiptCode } = await cases.file();
    const receipt = '/api/v1/jurisdictions/riverton/my-complaint/receipt';
    created(await redress.request('POST', receipt, { receipt: receiptCode }));
    const receipts = async () =>
      (await redress.database.owner.query('SELECT FROM redress.receipt WHERE complaint_id = $1', [complaintId]))
        .rowCount;
    expect(await receipts()).toBe(2);
    await expunge.of(complaintId);
    expect(await receipts()).toBe(1);
  });

  // ASVS 5.0: V2.3.5
  it('takes two people', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await expunge.ask(complaintId);
    const own = await expunge.decide(complaintId, expungementId, expunge.records);
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    expect((await expunge.decide(complaintId, expungementId, cases.supervisor)).status).toBe(403);
    expect((await cases.step(complaintId, 'expungements', ORDER, expunge.director)).body.code).toBe('asked-already');
    done(await expunge.decide(complaintId, expungementId, expunge.director, false));
    expect((await expunge.decide(complaintId, expungementId, expunge.director)).body.code).toBe('decided-already');
    expect((await read(complaintId)).status).toBe(200);
  });

  it('is refused while a hold is on the case, by the database too, and done once it is released', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await expunge.ask(complaintId);
    const { holdId } = created(await cases.step(complaintId, 'holds', { reason: CANARIES.hold }, expunge.records));
    const held = await expunge.decide(complaintId, expungementId);
    expect([held.status, held.body.code]).toEqual([409, 'held']);
    expect(
      (await cases.step((await cases.file()).complaintId, `holds/${holdId}/release`, { reason: 'x' }, expunge.records))
        .status,
    ).toBe(404);
    done(
      await cases.step(complaintId, `holds/${holdId}/release`, { reason: 'The suit was settled.' }, expunge.director),
    );
    expect(
      (await cases.step(complaintId, `holds/${holdId}/release`, { reason: 'x' }, expunge.director)).body.code,
    ).toBe('released-already');
    done(await expunge.decide(complaintId, expungementId));
    expect((await read(complaintId)).status).toBe(410);
  });

  it('happens once when two people approve at the same moment', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await expunge.ask(complaintId);
    const second = await redress.staff('director');
    const answers = await Promise.all([
      expunge.decide(complaintId, expungementId),
      expunge.decide(complaintId, expungementId, second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });
});

describe('raw SQL', () => {
  const as = async (staffId: string) => {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`, [
      redress.jurisdiction.id,
      staffId,
    ]);
  };

  it('as the application’s role, destroys nothing that two people have not decided', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await expunge.ask(complaintId);
    const attempts: [string, unknown[], string][] = [
      ['SELECT redress.erase($1, $2, now())', [complaintId, expungementId], 'RD021'],
      ['SELECT redress.erase($1, $1, now())', [complaintId], 'RD021'],
      [
        `UPDATE redress.expungement SET decision = 'approved', decided_by = asked_by, decided_at = now() WHERE id = $1`,
        [expungementId],
        '23514',
      ],
      ['INSERT INTO redress.erasure_in_hand VALUES ($1, $2)', [redress.jurisdiction.id, complaintId], '42501'],
      ['DELETE FROM redress.tombstone WHERE complaint_id = $1', [complaintId], '42501'],
      ['SELECT redress.erase_by_name($1, $2)', [redress.jurisdiction.id, complaintId], '42501'],
    ];
    for (const [sql, values, code] of attempts) {
      await as(expunge.director.staffId);
      await expect(app.query(sql, values)).rejects.toMatchObject({ code });
      await app.query('ROLLBACK');
    }
    const approve = () =>
      app.query(
        `UPDATE redress.expungement SET decision = 'approved', decided_by = $2, decided_at = now() WHERE id = $1`,
        [expungementId, expunge.director.staffId],
      );
    // Whose role decides on none leaves no decision.
    await as(cases.supervisor.staffId);
    await expect(approve()).rejects.toMatchObject({ code: '42501' });
    await app.query('ROLLBACK');
    // Approved by another person, but not by whoever this transaction runs for.
    await as((await redress.staff('director')).staffId);
    await approve();
    await expect(app.query('SELECT redress.erase($1, $2, now())', [complaintId, expungementId])).rejects.toMatchObject({
      code: 'RD021',
    });
    await app.query('ROLLBACK');
    expect((await read(complaintId)).status).toBe(200);
  });

  it('as the owner, rewrites no history, not even while a case is being erased', async () => {
    const { complaintId } = await cases.file();
    const { owner } = redress.database;
    await owner.query('INSERT INTO redress.erasure_in_hand VALUES ($1, $2)', [redress.jurisdiction.id, complaintId]);
    for (const sql of [
      `UPDATE redress.history_event SET details = '{}' WHERE complaint_id = $1`,
      'DELETE FROM redress.history_event WHERE complaint_id = $1',
    ])
      await expect(owner.query(sql, [complaintId])).rejects.toMatchObject({ code: 'RD001' });
    await owner.query('DELETE FROM redress.erasure_in_hand');
  });
});
