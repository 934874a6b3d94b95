import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, TestApp } from '../support/test-app.js';
import { linesOf, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
});
afterAll(() => redress.stop());

function zero(month: string): Promise<Answer> {
  return redress.request('PUT', `${PATH}/zero/${month}`, { as: department.key });
}

function report(number: string, occurredOn: string): Promise<Answer> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  return redress.request('POST', PATH, { as: department.key, body: sampleReport(number, { occurredOn }), headers });
}

async function replacedBy(id: string): Promise<string | null> {
  const { rows } = await redress.database.owner.query('SELECT replaced_by FROM redress.zero_report WHERE id = $1', [
    id,
  ]);
  return rows[0].replaced_by;
}

describe('PUT /api/v1/use-of-force-reports/zero/:month', () => {
  it('stands once, however often it is said', async () => {
    const first = await zero('2025-01');
    expect([first.status, first.body.month]).toEqual([200, '2025-01']);
    const second = await zero('2025-01');
    expect(second.text).toBe(first.text);
    const { rows } = await redress.database.owner.query(
      'SELECT action, details FROM redress.history_event WHERE subject_id = $1',
      [first.body.id],
    );
    expect(rows).toEqual([{ action: 'zero-report.submit', details: { month: '2025-01' } }]);
  });

  it.each([
    ['2098-01', 'month-ahead'],
    ['2025-13', 'not-a-month'],
    ['january', 'not-a-month'],
  ])('is refused for %s', async (month, code) => {
    const { status, body } = await zero(month);
    expect([status, body.code]).toEqual([422, code]);
  });

  it('is refused for a month with an incident', async () => {
    await report('Z-1', '2025-02-28');
    const { status, body } = await zero('2025-02');
    expect([status, body.code]).toEqual([409, 'incident-in-month']);
    expect((await zero('2025-03')).status).toBe(200);
  });

  it('gives way to an incident that is reported later, in the same transaction', async () => {
    const { body: standing } = await zero('2025-04');
    const { body: incident } = await report('Z-2', '2025-04-30');
    expect(await replacedBy(standing.id)).toBe(incident.id);
    const { rows } = await redress.database.owner.query(
      `SELECT z.xmin = r.xmin AS together, ARRAY(SELECT action FROM redress.history_event e WHERE e.subject_id = z.id ORDER BY e.id) AS actions
         FROM redress.zero_report z JOIN redress.use_of_force_report r ON r.id = z.replaced_by WHERE z.id = $1`,
      [standing.id],
    );
    expect(rows).toEqual([{ together: true, actions: ['zero-report.submit', 'zero-report.replace'] }]);
  });

  it('gives way to incidents that come by the bulk, and stays for other months', async () => {
    const [may, june] = [await zero('2025-05'), await zero('2025-06')];
    const lines = linesOf(['B-1', 'B-2'].map((number) => sampleReport(number, { occurredOn: '2025-05-09' })));
    const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'bulk-over-zero' };
    await redress.request('POST', `${PATH}/bulk`, { as: department.key, body: lines, headers });
    expect(await replacedBy(may.body.id)).toHaveLength(36);
    expect(await replacedBy(june.body.id)).toBeNull();
  });

  it("is not replaced by another department's incident", async () => {
    const { body: standing } = await zero('2025-07');
    const other = await redress.department('Lakeside PD');
    const headers = { 'idempotency-key': 'another-department' };
    await redress.request('POST', PATH, {
      as: other.key,
      body: sampleReport('Z-9', { occurredOn: '2025-07-01' }),
      headers,
    });
    expect(await replacedBy(standing.id)).toBeNull();
  });

  it('waits for an incident that is on its way in, and is refused when it has come', async () => {
    const incident = await redress.database.owner.connect();
    await incident.query('BEGIN');
    await incident.query(
      `INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number,
          occurred_on, status, submitted_at, original)
       SELECT jurisdiction_id, gen_random_uuid(), $1, id, 'on-its-way', '1', '2025-09-09', 'submitted', now(), '{}'
         FROM redress.charter`,
      [department.id],
    );
    const waiting = zero('2025-09');
    await wait(300);
    await incident.query('COMMIT');
    incident.release();
    expect((await waiting).body.code).toBe('incident-in-month');
  });

  it('on its way in is waited for by an incident, which then takes its place', async () => {
    const zeroReport = await redress.database.owner.connect();
    await zeroReport.query('BEGIN');
    await zeroReport.query('SELECT FROM redress.department WHERE id = $1 FOR UPDATE', [department.id]);
    const { rows } = await zeroReport.query(
      `INSERT INTO redress.zero_report (jurisdiction_id, id, department_id, month, submitted_at)
       VALUES ($1, gen_random_uuid(), $2, '2025-10-01', now()) RETURNING id`,
      [redress.jurisdiction.id, department.id],
    );
    const waiting = report('Z-10', '2025-10-10');
    await wait(300);
    await zeroReport.query('COMMIT');
    zeroReport.release();
    const { body } = await waiting;
    expect(await replacedBy(rows[0].id)).toBe(body.id);
  });
});
