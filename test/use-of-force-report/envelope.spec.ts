import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { BulkDesk, codesOf, PATH } from './bulk-desk.js';
import { linesOf, sampleReport } from './sample-report.js';

let redress: TestApp;
let desk: BulkDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = new BulkDesk(redress);
});
afterAll(() => redress.stop());

describe('an envelope', () => {
  const incident = (action: string, number: string, over = {}) => ({
    Action: action,
    ActionTime: '03/15/2026 08:00:00',
    Incident: sampleReport(number, over),
  });

  it('adds, replaces, leaves alone and removes for good, in the order of the records', async () => {
    const { id, key } = await redress.department('Envelope PD');
    const { body } = await desk.send(
      key,
      'json',
      JSON.stringify([
        incident('Add', 'E-1'),
        incident('AddOnly', 'E-1', { county: 'Other' }),
        incident('Add', 'E-1', { county: 'Another' }),
        incident('Add', 'E-1', { county: 'Another' }),
        incident('Add', 'E-2'),
        { Action: 'Remove', Reason: 'Sent twice.', Incident: { reportNumber: 'E-2' } },
        incident('Add', 'E-3'),
        { Action: 'Remove', Incident: { reportNumber: 'E-3' } },
        { Action: 'Remove', Incident: { reportNumber: 'E-3' } },
        incident('Add', 'E-3'),
        { Action: 'Remove', Incident: { reportNumber: 'E-9' } },
        { Action: 'Replace', Incident: sampleReport('E-4'), Extra: 1 },
      ]),
    );
    expect(body).toMatchObject({
      received: 12,
      taken: 3,
      kept: 1,
      amended: 1,
      unchanged: 2,
      withdrawn: 2,
      rejected: 3,
    });
    expect(
      body.warnings.map(({ line, warnings }: { line: number; warnings: { code: string }[] }) => [
        line,
        warnings[0]!.code,
      ]),
    ).toContainEqual([2, 'stands-already']);
    expect(codesOf({ body })).toEqual([
      [10, '/Incident/reportNumber', 'number-withdrawn'],
      [11, '/Incident/reportNumber', 'nothing-to-remove'],
      [12, '/Action', 'unknown-action'],
    ]);
    const { rows } = await redress.database.owner.query(
      `SELECT report_number AS number, status, version, original ->> 'county' AS county,
              (SELECT count(*)::int FROM redress.use_of_force_former_submission f WHERE f.report_id = r.id) AS former,
              ARRAY(SELECT action FROM redress.history_event e WHERE e.subject_id = r.id ORDER BY e.action) AS actions,
              ARRAY(SELECT kind || ': ' || reason FROM redress.use_of_force_amendment a WHERE a.report_id = r.id) AS amendments
         FROM redress.use_of_force_report r WHERE department_id = $1 ORDER BY 1`,
      [id],
    );
    const did = (...actions: string[]) => actions.map((action) => `use-of-force-report.${action}`);
    expect(rows).toEqual([
      {
        number: 'E-1',
        status: 'submitted',
        version: 2,
        county: 'Another',
        former: 1,
        actions: did('correct', 'submit'),
        amendments: ['correct: Replaced by the department, which gave no reason.'],
      },
      {
        number: 'E-2',
        status: 'withdrawn',
        version: 2,
        county: 'Atlantic',
        former: 0,
        actions: did('submit', 'withdraw'),
        amendments: ['withdraw: Sent twice.'],
      },
      {
        number: 'E-3',
        status: 'withdrawn',
        version: 2,
        county: 'Atlantic',
        former: 0,
        actions: did('submit', 'withdraw'),
        amendments: ['withdraw: Removed by the department, which gave no reason.'],
      },
    ]);
  });

  it('carries a zero report, which an incident before it forbids and one after it replaces', async () => {
    const { id, key } = await redress.department('Zero PD');
    const zero = (action: string, Month: number) => ({ Action: action, ZeroReport: { Month, Year: 2025 } });
    const { body } = await desk.send(
      key,
      'json',
      JSON.stringify([
        zero('Add', 1),
        zero('AddOnly', 1),
        zero('Add', 2),
        incident('Add', 'Z-1', { occurredOn: '2025-02-03' }),
        zero('Add', 2),
        { Action: 'Add', ZeroReport: { ORI: 'NJ0010100', Month: '3', Year: '2025' } },
        { Action: 'Add', ZeroReport: { Month: 13, Year: 2025 } },
        { Action: 'Add', ZeroReport: { Month: 1, Year: 2098 } },
      ]),
    );
    expect(body).toMatchObject({ received: 8, zero: 2, kept: 1, taken: 1, rejected: 4 });
    expect(codesOf({ body })).toEqual([
      [5, '/ZeroReport/Month', 'force-in-month'],
      [6, '/ZeroReport/ORI', 'ori-not-yours'],
      [7, '/ZeroReport/Month', 'month-form'],
      [8, '/ZeroReport/Month', 'month-not-begun'],
    ]);
    const { rows } = await redress.database.owner.query(
      `SELECT to_char(month, 'MM') AS month, replaced_by IS NOT NULL AS replaced FROM redress.zero_report WHERE department_id = $1 ORDER BY 1`,
      [id],
    );
    expect(rows).toEqual([
      { month: '01', replaced: false },
      { month: '02', replaced: true },
    ]);
  });

  it('warns of a report that tells what another tells, and refuses none for it', async () => {
    const { key } = await redress.department('Twice PD');
    await desk.send(key, 'lines', linesOf([sampleReport('T-1', { incidentNumber: 'I-1' })]));
    const single = await redress.request('POST', PATH, {
      as: key,
      body: sampleReport('T-2', { incidentNumber: 'I-2' }),
      headers: { 'idempotency-key': 'twice-told' },
    });
    expect([single.status, single.body.warnings]).toMatchObject([
      201,
      [{ code: 'duplicate-suspected', message: expect.stringContaining('T-1') }],
    ]);
    const others = [
      sampleReport('T-3', { incidentNumber: 'I-3' }),
      sampleReport('T-4', { incidentNumber: 'I-4', occurredHour: 2 }),
      sampleReport('T-5', {
        incidentNumber: 'I-1',
        officers: [{ badgeNumber: '999' }],
        force: [{ forceType: 'strike', officer: 1, subject: 1 }],
      }),
    ];
    const { body } = await desk.send(
      key,
      'lines',
      linesOf([...others, sampleReport('T-6', { incidentNumber: 'I-5', municipality: 'Elsewhere' })]),
    );
    expect([body.taken, body.warned]).toEqual([4, 2]);
    expect(body.warnings.map(({ reportNumber }: { reportNumber: string }) => reportNumber)).toEqual(['T-3', 'T-5']);
  });
});
