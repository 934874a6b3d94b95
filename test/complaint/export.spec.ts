import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ExportList } from '../../src/complaint/actions/export-list.js';
import { caseListCsv } from '../../src/complaint/api/case-list.csv.js';
import { pageOf } from '../../src/complaint/records/complaint-list.reader.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import type { ActorOf } from '../../src/shared/actor.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

type Row = Record<string, string>;
const take = (query: string, as: SignedIn = cases.supervisor) =>
  redress.request('GET', `/api/v1/complaints.csv${query}`, { as: as.token });
const rowsOf = (text: string): Row[] => parse(text, { columns: true });
const recuse = async (complaintId: string, staffId: string) =>
  created(await cases.step(complaintId, 'recusals', { staffId, reason: 'other' }, await redress.staff('supervisor')));

/** So many imported cases, by the owner. */
async function put(many: number): Promise<void> {
  await redress.database.owner.query(
    `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, received_at, source, source_key)
     SELECT $1, gen_random_uuid(), 'P-' || lpad(n::text, 4, '0'), (SELECT id FROM redress.charter WHERE jurisdiction_id = $1), 'complaint', 'mail', false, 'filed',
       '2024-05-01T00:00Z'::timestamptz - n * interval '1 hour', 'paper', n::text FROM generate_series(1, $2) n`,
    [redress.jurisdiction.id, many],
  );
}

describe('GET /complaints.csv', () => {
  // ASVS 5.0: V1.2.10
  it('is the list that the filter asks for, every cell quoted and no cell a formula', async () => {
    const { complaintId } = await cases.investigated(['bias']);
    const other = await cases.file({ channel: 'mail' });
    const district = '=HYPERLINK("http://evil.example","District 9")';
    await redress.database.owner.query('UPDATE redress.complaint SET district = $2 WHERE id = $1', [
      complaintId,
      district,
    ]);
    const { status, headers, text } = await take('?status=investigating&sort=number');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const list = await redress.request('GET', '/api/v1/complaints?status=investigating&sort=number', {
      as: cases.supervisor.token,
    });
    const rows = rowsOf(text);
    expect(rows.map((row) => row['complaintId'])).toEqual(
      list.body.items.map((item: { complaintId: string }) => item.complaintId),
    );
    const [listed] = list.body.items;
    expect(rows[0]).toMatchObject({
      caseNumber: listed.caseNumber,
      receivedAt: listed.receivedAt,
      district: `'${district}`,
      assignedTo: cases.investigator.staffId,
      allegations: '1',
      closedOn: '',
    });
    expect(text).not.toContain(other.caseNumber);
    expect(
      text
        .split('\r\n')
        .slice(0, -1)
        .every((line) => /^"([^"]|"")*"(,"([^"]|"")*")*$/.test(line)),
    ).toBe(true);
  });

  it('is on record: who, in what order, by which filters; what was typed freely is not', async () => {
    const before = await redress.database.owner.query(
      `SELECT FROM redress.history_event WHERE action = 'complaint.export'`,
    );
    await take('?channel=mail&district=Rosa%20Miller&overdue=true&sort=received_asc');
    const { rows } = await redress.database.owner.query<{ actor_id: string; details: object }>(
      `SELECT actor_id, details FROM redress.history_event WHERE action = 'complaint.export' ORDER BY at OFFSET $1`,
      [before.rowCount],
    );
    expect(rows).toEqual([
      {
        actor_id: cases.supervisor.staffId,
        details: { sort: 'received_asc', filters: ['channel=mail', 'district', 'overdue=true'] },
      },
    ]);
  });

  it('tells the hour alone of an anonymous complaint', async () => {
    const { caseNumber } = created(
      await redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', {
        body: { anonymous: true, narrative: 'He pushed me.' },
      }),
    );
    const [row] = rowsOf((await take(`?caseNumber=${caseNumber}`)).text);
    expect(row).toMatchObject({ anonymous: 'true', receivedAt: expect.stringMatching(/T\d\d:00:00\.000Z$/) });
  });

  it('is for supervisors, directors and auditors; of a wrong filter it says what is wrong', async () => {
    for (const role of ['director', 'auditor'] as const)
      expect((await take('', await redress.staff(role))).status).toBe(200);
    for (const role of ['intake', 'investigator', 'clerk', 'board_member', 'administrator'] as const)
      expect([role, (await take('', await redress.staff(role))).status]).toEqual([role, 403]);
    expect(faults(await take('?status=expunged&sort=size'))).toEqual(['/sort is-in', '/status is-in']);
    // Not while rows already flow: a day that there is not is refused before the first.
    expect((await take('?receivedFrom=2026-02-29')).status).toBe(422);
  });

  it('has 0 bytes of a case after a recusal has committed or it was sealed: list, export, direct link', async () => {
    const director = await redress.staff('director');
    const recused = await cases.drafted();
    const sealed = await cases.drafted();
    const addresses = ({ complaintId }: { complaintId: string }) => [
      ...['/api/v1/complaints.csv', '/api/v1/complaints?limit=100'],
      ...['', '/history', '/messages', '/work', '/deadlines', '/evidence'].map(
        (part) => `/api/v1/complaints/${complaintId}${part}`,
      ),
    ];
    const bytes = async (of: { complaintId: string; caseNumber: string }, as: SignedIn): Promise<number> => {
      const texts = await Promise.all(
        addresses(of).map(async (url) => (await redress.request('GET', url, { as: as.token })).text),
      );
      return texts.filter((text) => text.includes(of.caseNumber) || text.includes(of.complaintId)).length;
    };
    expect(await bytes(recused, cases.supervisor)).toBeGreaterThan(2);
    await recuse(recused.complaintId, cases.supervisor.staffId);
    expect(await bytes(recused, cases.supervisor)).toBe(0);
    created(await cases.step(sealed.complaintId, 'sealing', { orderedBy: 'court', reference: 'No. 1' }, director));
    expect(await bytes(sealed, cases.supervisor)).toBe(0);
    // The control: the director, not recused, is given both.
    expect(await bytes(recused, director)).toBeGreaterThan(2);
    expect(await bytes(sealed, director)).toBeGreaterThan(2);
  });

  it('leaves out of the pages to come what is hidden while it runs; one transaction would not (control)', async () => {
    await put(450);
    const person = await redress.staff('supervisor');
    const actor: ActorOf<'staff'> = {
      ...{ kind: 'staff', jurisdictionId: redress.jurisdiction.id, staffId: person.staffId, roles: ['supervisor'] },
    };
    const question = { sort: 'received' as const, filter: { channel: 'mail' } };
    const { rows } = await redress.database.owner.query<{ id: string; number: string }>(
      `SELECT id, case_number AS number FROM redress.complaint WHERE case_number = 'P-0400'`,
    );
    const { id, number } = rows[0]!;
    const pieces = caseListCsv(await redress.app.get(ExportList).run(actor, question));
    const took = [(await pieces.next()).value, (await pieces.next()).value];
    const database = redress.app.get(CaseDatabase);
    await database.read(actor, async (manager) => {
      const page = { ...question, limit: 1000, after: null };
      await pageOf(manager, actor, { ...page, limit: 1 });
      await recuse(id, person.staffId);
      // Whoever reads on in a transaction that began before still sees it.
      expect(JSON.stringify(await pageOf(manager, actor, page))).toContain(number);
    });
    for await (const piece of pieces) took.push(piece);
    const numbers = rowsOf(took.join('')).map((row) => row['caseNumber']);
    expect(numbers).not.toContain(number);
    expect(numbers.filter((each) => each?.startsWith('P-'))).toHaveLength(449);
    expect(took.length).toBeGreaterThan(3);
  });
});
