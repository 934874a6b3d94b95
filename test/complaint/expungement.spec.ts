import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { EvidenceDesk, PNG } from '../evidence/evidence-desk.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { CaseAttacker, columnsWith } from './case-attacker.js';
import { CaseBuilder, created, done, type Filed } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let records: SignedIn;
let director: SignedIn;
let app: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  records = await redress.staff('records');
  director = await redress.staff('director');
  app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await redress.stop();
});

const CANARIES = {
  name: 'Zephyrine-Quillfeather',
  contact: '+1-555-0178-4242',
  narrative: 'marzipan-locomotive',
  place: 'Crooked-Lantern-Alley',
  description: 'walrus-moustache-7788',
  reasons: 'octopus-testimony',
  hold: 'tambourine-lawsuit',
  order: 'In-re-Quillfeather',
  imported: 'lavender-column',
  district: 'Heliotrope-District',
};
const WORDS = Object.values(CANARIES);
const ORDER = { authority: 'court_order', reference: CANARIES.order };

/** A case that says something everywhere, found on and closed. */
async function whole(): Promise<Filed> {
  const filed = await cases.accepted({
    narrative: `They said ${CANARIES.narrative}.`,
    place: CANARIES.place,
    incidentOn: '2024-03-02',
    officerDescription: CANARIES.description,
    complainant: { name: CANARIES.name, contact: CANARIES.contact },
    allegations: ['bias'],
  });
  const { complaintId } = filed;
  created(await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId }));
  const { allegations, officers } = await cases.caseFile(complaintId);
  const officer = created(
    await redress.request('POST', '/api/v1/officers', {
      as: cases.supervisor.token,
      body: { departmentId: (await redress.department(`PD ${complaintId}`)).id, name: 'Ivo Kettle', badgeNumber: '7' },
    }),
  );
  const identified = `officers/${officers[0].complaintOfficerId}/identification`;
  const told = await cases.step(complaintId, identified, { officerId: officer.officerId });
  expect(told.status).toBeLessThan(300);
  const finding = { allegationId: allegations[0].allegationId, stage: 'investigator', finding: 'sustained' };
  created(await cases.step(complaintId, 'findings', { ...finding, reasons: CANARIES.reasons }, cases.investigator));
  done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
  done(await cases.step(complaintId, 'close', {}));
  await redress.database.owner.query('UPDATE redress.complaint SET original = $2, district = $3 WHERE id = $1', [
    complaintId,
    { told: CANARIES.imported },
    CANARIES.district,
  ]);
  return filed;
}

const ask = async (complaintId: string, as = records): Promise<string> =>
  created(await cases.step(complaintId, 'expungements', ORDER, as)).expungementId;
const decide = (complaintId: string, expungementId: string, as = director, approve = true) =>
  cases.step(complaintId, 'expungement-decision', { expungementId, approve }, as);
const expunge = async (complaintId: string) => done(await decide(complaintId, await ask(complaintId)));
const read = (complaintId: string, path = '', as = cases.supervisor) =>
  redress.request('GET', `/api/v1/complaints/${complaintId}${path}`, { as: as.token });
const historyOf = async (complaintId: string) =>
  (
    await redress.database.owner.query<{ row: string }>(
      'SELECT to_jsonb(e)::text AS row FROM redress.history_event e WHERE complaint_id = $1 ORDER BY at, id',
      [complaintId],
    )
  ).rows.map(({ row }) => row);

/** Whether these bytes stand in the table's own file. */
async function inFileOf(table: string, bytes: Buffer): Promise<boolean> {
  await redress.database.owner.query('CHECKPOINT');
  const { rows } = await redress.database.owner.query<{ found: boolean }>(
    'SELECT position($1 IN pg_read_binary_file(pg_relation_filepath($2))) > 0 AS found',
    [bytes, table],
  );
  return rows[0]!.found;
}

describe('expunging a case', () => {
  it('leaves nothing that the master key opens, no word that tells whose it was, and no stored file', async () => {
    const { complaintId } = await whole();
    const other = await whole();
    const desk = new EvidenceDesk(redress, complaintId, cases.supervisor);
    created(await desk.send(PNG, { title: CANARIES.place }));
    const store = join(redress.database.connections.dataDirectory, 'evidence');
    const files = () =>
      (existsSync(store) ? readdirSync(store, { recursive: true, withFileTypes: true }) : []).filter((entry) =>
        entry.isFile(),
      ).length;
    expect(files()).toBe(1);

    // The control: with the master key every text is read, so the attack is a real one.
    const attacker = new CaseAttacker(redress, complaintId);
    const stolen = (await attacker.takeKey())!;
    const before = (await attacker.textsWith(stolen)).join('\n');
    for (const word of [
      CANARIES.name,
      CANARIES.contact,
      CANARIES.narrative,
      CANARIES.place,
      CANARIES.description,
      CANARIES.reasons,
    ])
      expect(before).toContain(word);
    expect(await columnsWith(redress, [CANARIES.imported, CANARIES.district])).toEqual([
      'complaint.district',
      'complaint.original',
    ]);
    const { rows } = await redress.database.owner.query<{ wrapped: Buffer }>(
      'SELECT wrapped FROM redress.case_key WHERE complaint_id = $1',
      [complaintId],
    );

    await expunge(complaintId);
    await expunge(other.complaintId);

    expect(await attacker.takeKey()).toBeNull();
    // Nor with the case's own key, taken before: there is nothing left for it to open.
    expect(await attacker.textsWith(stolen)).toEqual([]);
    expect(await columnsWith(redress, WORDS)).toEqual([]);
    expect(files()).toBe(0);
    const { rows: links } = await redress.database.owner.query(
      `SELECT officer_id FROM redress.complaint_officer WHERE complaint_id = $1 AND officer_id IS NOT NULL
       UNION ALL SELECT officer_id FROM redress.officer_identification WHERE complaint_id = $1 AND officer_id IS NOT NULL`,
      [complaintId],
    );
    expect(links).toEqual([]);

    // Said honestly: the old row version keeps the wrapped key in the table's file until the table is written anew.
    expect(await inFileOf('redress.case_key', rows[0]!.wrapped)).toBe(true);
    await redress.database.owner.query('VACUUM (FULL) redress.case_key');
    expect(await inFileOf('redress.case_key', rows[0]!.wrapped)).toBe(false);
  });

  it('leaves a tombstone for staff and for whoever holds the receipt, and the whole history', async () => {
    const { complaintId, caseNumber, receiptCode } = await whole();
    const untouched = await cases.file();
    const before = await historyOf(complaintId);
    await expunge(complaintId);

    const { status, body } = await read(complaintId);
    expect([status, body.code]).toEqual([410, 'case-expunged']);
    expect(body.details).toEqual({
      caseNumber,
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      authority: 'court_order',
    });
    expect((await read(complaintId, '/identity')).status).toBe(410);
    expect((await cases.step(complaintId, 'close', {})).status).toBe(410);

    const mine = '/api/v1/jurisdictions/riverton/my-complaint';
    const { body: told } = await redress.request('GET', mine, { receipt: receiptCode });
    expect(told).toMatchObject({ caseNumber, stage: 'Expunged', canWithdraw: false });
    expect((await redress.request('POST', `${mine}/withdraw`, { receipt: receiptCode })).status).toBe(410);
    const { text: list } = await redress.request('GET', '/api/v1/complaints', { as: cases.supervisor.token });
    expect(list).not.toContain(caseNumber);
    expect(list).toContain(untouched.caseNumber);

    const after = await historyOf(complaintId);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBe(before.length + 2);
    expect((await cases.actions(complaintId)).slice(-2)).toEqual(['complaint.ask-expungement', 'complaint.expunge']);
    expect((await cases.caseFile(untouched.complaintId)).status).toBe('filed');
    expect(
      (await redress.database.owner.query('SELECT FROM redress.releasable_complaint WHERE id = $1', [complaintId]))
        .rowCount,
    ).toBe(0);
  });

  it('takes two people', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await ask(complaintId);
    const own = await decide(complaintId, expungementId, records);
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    expect((await decide(complaintId, expungementId, cases.supervisor)).status).toBe(403);
    expect((await cases.step(complaintId, 'expungements', ORDER, director)).body.code).toBe('asked-already');
    done(await decide(complaintId, expungementId, director, false));
    expect((await decide(complaintId, expungementId, director)).body.code).toBe('decided-already');
    expect((await read(complaintId)).status).toBe(200);
  });

  it('is refused while a hold is on the case, by the database too, and done once it is released', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await ask(complaintId);
    const { holdId } = created(await cases.step(complaintId, 'holds', { reason: CANARIES.hold }, records));
    const held = await decide(complaintId, expungementId);
    expect([held.status, held.body.code]).toEqual([409, 'held']);
    expect(
      (await cases.step((await cases.file()).complaintId, `holds/${holdId}/release`, { reason: 'x' }, records)).status,
    ).toBe(404);
    done(await cases.step(complaintId, `holds/${holdId}/release`, { reason: 'The suit was settled.' }, director));
    expect((await cases.step(complaintId, `holds/${holdId}/release`, { reason: 'x' }, director)).body.code).toBe(
      'released-already',
    );
    done(await decide(complaintId, expungementId));
    expect((await read(complaintId)).status).toBe(410);
  });

  it('happens once when two people approve at the same moment', async () => {
    const { complaintId } = await cases.file();
    const expungementId = await ask(complaintId);
    const second = await redress.staff('director');
    const answers = await Promise.all([decide(complaintId, expungementId), decide(complaintId, expungementId, second)]);
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
    const expungementId = await ask(complaintId);
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
      await as(director.staffId);
      await expect(app.query(sql, values)).rejects.toMatchObject({ code });
      await app.query('ROLLBACK');
    }
    // Approved by another person, but not by whoever this transaction runs for.
    await as(cases.supervisor.staffId);
    await app.query(
      `UPDATE redress.expungement SET decision = 'approved', decided_by = $2, decided_at = now() WHERE id = $1`,
      [expungementId, director.staffId],
    );
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
