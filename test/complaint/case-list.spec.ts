import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let charterId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  charterId = (await redress.request('GET', '/api/v1/jurisdictions/riverton')).body.charterId;
});
afterAll(() => redress.stop());

interface Row {
  /** Hours; few, so that many cases came in at the same time. Null: an old import */
  hour: number | null;
  status: string;
  district: string | null;
  due: number | null;
}
const row: fc.Arbitrary<Row> = fc.record({
  hour: fc.option(fc.nat(4)),
  status: fc.constantFrom('filed', 'accepted', 'investigating'),
  district: fc.constantFrom('1', '2', null),
  due: fc.option(fc.nat(3)),
});

/** Puts such cases in as an import does; returns their numbers. */
async function put(rows: Row[]): Promise<string[]> {
  const { rows: made } = await redress.database.owner.query<{ caseNumber: string }>(
    `WITH told AS (SELECT gen_random_uuid() AS id, t.* FROM jsonb_to_recordset($3) AS t (hour int, status text, district text, due int)),
     made AS (INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, received_at,
         district, source, source_key)
       SELECT $1, id, 'P-' || id, $2, 'complaint', 'mail', false, status, '2024-05-01T00:00Z'::timestamptz + hour * interval '1 hour',
         district, 'paper', id::text FROM told RETURNING id, case_number),
     clocks AS (INSERT INTO redress.deadline (jurisdiction_id, complaint_id, rule, state, started_on, due_on, reckoned_on)
       SELECT $1, told.id, rule, 'running', '2024-05-01', '2024-06-01'::date + due + later, '2024-05-01'
         FROM told CROSS JOIN (VALUES ('one', 0), ('two', 1), ('three', 0)) AS clock (rule, later) WHERE due IS NOT NULL)
     SELECT case_number AS "caseNumber" FROM made`,
    [redress.jurisdiction.id, charterId, JSON.stringify(rows)],
  );
  return made.map(({ caseNumber }) => caseNumber);
}

const list = async (query: Record<string, string>) =>
  redress.request('GET', `/api/v1/complaints?${new URLSearchParams(query).toString()}`, { as: cases.supervisor.token });
const numbers = (items: { caseNumber: string }[]) => items.map((item) => item.caseNumber);

describe('the pages of a list of cases', () => {
  it.each(['received', 'received_asc', 'due', 'status', 'number'])(
    'by %s show every case once, whatever comes in between two of them',
    async (sort) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 12 }),
          fc.array(fc.array(row, { maxLength: 3 }), { maxLength: 6 }),
          fc.integer({ min: 1, max: 5 }),
          fc.constantFrom<Record<string, string>>({}, { district: '1' }, { status: 'accepted' }),
          async (first, later, limit, filter) => {
            await put(first);
            const before = numbers((await list({ sort, limit: '100', ...filter })).body.items);
            const seen: string[] = [];
            const came = new Set<string>();
            for (let next: string | null = '', page = 0; next !== null; page++) {
              const { body } = await list({
                sort,
                limit: String(limit),
                ...filter,
                ...(next === '' ? {} : { after: next }),
              });
              expect(body.items.length).toBeLessThanOrEqual(limit);
              seen.push(...numbers(body.items));
              next = body.next;
              for (const number of await put(later[page] ?? [])) came.add(number);
            }
            expect(new Set(seen).size).toBe(seen.length);
            // What was there before is there still, in the same order; what came in stands where it belongs.
            expect(seen.filter((number) => !came.has(number))).toEqual(before);
            const after = numbers((await list({ sort, limit: '100', ...filter })).body.items);
            expect(after.filter((number) => seen.includes(number))).toEqual(seen);
            await redress.database.owner.query(
              `DELETE FROM redress.deadline; DELETE FROM redress.complaint WHERE source = 'paper'`,
            );
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it('do not take the cursor of another order', async () => {
    await put([
      { hour: 1, status: 'filed', district: null, due: 1 },
      { hour: 2, status: 'filed', district: null, due: 1 },
    ]);
    const { body } = await list({ limit: '1' });
    expect(faults(await list({ sort: 'due', after: body.next }))).toEqual(['/after not-a-cursor']);
    await redress.database.owner.query(
      `DELETE FROM redress.deadline; DELETE FROM redress.complaint WHERE source = 'paper'`,
    );
  });
});

describe('a list of cases is narrowed', () => {
  it('by each of its filters, to those and no others', async () => {
    const mine = await cases.investigated(['bias']);
    const plain = await cases.file();
    const { owner } = redress.database;
    await owner.query(
      `UPDATE redress.complaint SET district = '12', classification = 'full', closed_on = '2024-03-01', received_at = '2024-02-03T12:00Z' WHERE id = $1`,
      [mine.complaintId],
    );
    const { rows: groups } = await owner.query<{ group: string; department: string; officer: string }>(
      `WITH d AS (INSERT INTO redress.department (jurisdiction_id, id, name) VALUES ($1, gen_random_uuid(), 'Riverton PD') RETURNING id),
       o AS (INSERT INTO redress.officer (jurisdiction_id, id, department_id) SELECT $1, gen_random_uuid(), id FROM d RETURNING id, department_id)
       SELECT (SELECT a ->> 'group' FROM redress.charter h, jsonb_array_elements(h.document -> 'allegations') a WHERE a ->> 'code' = 'bias') AS group,
         department_id AS department, id AS officer FROM o`,
      [redress.jurisdiction.id],
    );
    const { group, department, officer } = groups[0]!;
    await owner.query('UPDATE redress.complaint_officer SET officer_id = $2 WHERE complaint_id = $1', [
      mine.complaintId,
      officer,
    ]);
    await owner.query(
      `UPDATE redress.deadline SET state = 'overdue', due_on = '2024-03-01' WHERE complaint_id = $1 AND due_on IS NOT NULL`,
      [mine.complaintId],
    );
    const filters: Record<string, string>[] = [
      ...[{ status: 'investigating' }, { classification: 'full' }, { allegationGroup: group }, { district: '12' }],
      ...[
        { departmentId: department },
        { officerId: officer },
        { assignedTo: cases.investigator.staffId },
        { overdue: 'true' },
      ],
      ...[
        { receivedTo: '2024-02-03' },
        { receivedFrom: '2024-02-03', receivedTo: '2024-02-03' },
        { closedFrom: '2024-03-01', closedTo: '2024-03-01' },
      ],
      ...[
        { numberBegins: mine.caseNumber.slice(0, 9) },
        { district: '12', status: 'investigating', overdue: 'true', channel: 'phone' },
      ],
    ];
    for (const filter of filters)
      expect([filter, numbers((await list(filter)).body.items)]).toEqual([filter, [mine.caseNumber]]);
    const empty: Record<string, string>[] = [
      { district: '13' },
      { receivedTo: '2024-02-02' },
      { closedFrom: '2024-03-02' },
      { allegationGroup: 'none' },
      { district: '12', status: 'filed' },
    ];
    for (const filter of empty) expect([filter, (await list(filter)).body.items]).toEqual([filter, []]);
    expect(numbers((await list({ assignedTo: 'nobody' })).body.items)).toEqual([plain.caseNumber]);
    expect((await list({ district: '12' })).body.items[0]).toMatchObject({
      dueOn: '2024-03-01',
      closedOn: '2024-03-01',
    });
  });

  // ASVS 5.0: V2.2.1
  it('by what it knows alone', async () => {
    expect(
      faults(
        await list({ status: 'expunged', sort: 'size', receivedFrom: 'May', assignedTo: 'Rosa', overdue: 'perhaps' }),
      ),
    ).toEqual(['/assignedTo matches', '/overdue is-boolean', '/receivedFrom matches', '/sort is-in', '/status is-in']);
    expect((await list({ receivedFrom: '2024-02-31' })).status).toBe(422);
  });
});
