import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
});
afterAll(() => redress.stop());

function submit(body: unknown, key: string, as = department.key): Promise<Answer> {
  return redress.request('POST', PATH, { as, body, headers: { 'idempotency-key': key } });
}

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await redress.database.owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM redress.${table} WHERE ${where}`,
  );
  return rows[0]!.n;
}

describe('POST /api/v1/use-of-force-reports', () => {
  it('takes a report in and shows it to its department as it was told', async () => {
    const told = sampleReport('R-100');
    const { status, body } = await submit(told, 'first-report');
    expect(status).toBe(201);
    expect(body).toMatchObject({ reportNumber: 'R-100', status: 'submitted', version: 1 });
    const shown = await redress.request('GET', `${PATH}/mine/${body.id}`, { as: department.key });
    expect(shown.headers['etag']).toBe('"1"');
    const { subjects, officers, ...rest } = told;
    expect(shown.body).toMatchObject({ ...rest, departmentName: 'Riverton PD', status: 'submitted', reviews: [] });
    expect(shown.body.subjects).toMatchObject(subjects);
    expect(shown.body.officers).toMatchObject(officers);
    expect(shown.body.officers[0].officerId).toHaveLength(36);
    expect(shown.body.officers[1].officerId).toBeNull();
  });

  it('keeps what was sent verbatim, and who sent it, in one transaction', async () => {
    const told = sampleReport('R-101');
    const { body } = await submit(told, 'verbatim-report');
    const { rows } = await redress.database.owner.query(
      `SELECT r.original, e.action, e.actor_kind, e.actor_id, e.details, r.xmin = e.xmin AS together
         FROM redress.use_of_force_report r JOIN redress.history_event e ON e.subject_id = r.id WHERE r.id = $1`,
      [body.id],
    );
    expect(rows).toEqual([
      {
        original: told,
        action: 'use-of-force-report.submit',
        actor_kind: 'department',
        actor_id: department.id,
        details: {},
        together: true,
      },
    ]);
  });

  it('makes an officer known once, with a history entry, however many reports name the badge', async () => {
    for (const number of ['R-102', 'R-103']) {
      await submit(
        sampleReport(number, { officers: [{ badgeNumber: '7007', rank: 'Officer' }, {}] }),
        `officer-${number}`,
      );
    }
    expect(await count('officer', `badge_number = '7007'`)).toBe(1);
    const known = `action = 'officer.register' AND subject_id = (SELECT id FROM redress.officer WHERE badge_number = '7007')`;
    expect(await count('history_event', known)).toBe(1);
  });

  it('tells what is wrong, where, and how to mend it, and stores nothing', async () => {
    const before = await count('use_of_force_report');
    const spoilt = { ...sampleReport('R-104', { occurredOn: '2999-01-01' }), colour: 'blue' };
    const { status, headers, body } = await submit(spoilt, 'spoilt-report');
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(body).toMatchObject({ code: 'invalid', type: '/docs/errors#invalid' });
    expect(body.errors).toEqual([
      {
        path: '/occurredOn',
        code: 'in-the-future',
        message: 'Check the date: it has not come yet where this happened.',
      },
      {
        path: '/colour',
        code: 'unknown-field',
        message: 'This field is not known here: leave it out, or check its spelling.',
      },
    ]);
    expect(await count('use_of_force_report')).toBe(before);
    expect(await count('idempotency_key', `key = 'spoilt-report'`)).toBe(0);
  });

  it('refuses a second report under the same number, and takes it for another department', async () => {
    await submit(sampleReport('R-105'), 'number-one');
    const again = await submit(sampleReport('R-105'), 'number-two');
    expect([again.status, again.body.code]).toEqual([409, 'report-number-taken']);
    const other = await redress.department('Lakeside PD');
    expect((await submit(sampleReport('R-105'), 'number-two', other.key)).status).toBe(201);
  });

  it('is for departments: staff, and people without a key, are turned away', async () => {
    const { token } = await redress.staff('director', 'supervisor', 'administrator');
    expect((await submit(sampleReport('R-106'), 'not-for-staff', token)).status).toBe(403);
    expect((await submit(sampleReport('R-106'), 'not-for-all', 'rk_nothing')).status).toBe(401);
  });
});

describe('an Idempotency-Key', () => {
  it.each([
    [{}, 'idempotency-key-missing'],
    [{ 'idempotency-key': 'short' }, 'idempotency-key-malformed'],
    [{ 'idempotency-key': 'with a space in it' }, 'idempotency-key-malformed'],
  ])('is needed, and must be one: %j', async (headers, code) => {
    const answer = await redress.request('POST', PATH, {
      as: department.key,
      body: sampleReport('R-200'),
      headers: headers,
    });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('sent again with the same body gets the first answer again, to the byte', async () => {
    const first = await submit(sampleReport('R-201'), 'again-and-again');
    const second = await submit(sampleReport('R-201'), 'again-and-again');
    expect([second.status, second.text]).toEqual([201, first.text]);
  });

  it('sent again with another body is refused', async () => {
    await submit(sampleReport('R-202'), 'used-for-two');
    const other = await submit(sampleReport('R-203'), 'used-for-two');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await count('use_of_force_report', `report_number = 'R-203'`)).toBe(0);
  });

  it('may be sent again after its report was mended', async () => {
    expect((await submit({ ...sampleReport('R-204'), colour: 1 }, 'mended-later')).status).toBe(422);
    expect((await submit(sampleReport('R-204'), 'mended-later')).status).toBe(201);
  });

  it("is a department's own: another's same key is another key", async () => {
    const other = await redress.department('Hilltop PD');
    const mine = await submit(sampleReport('R-205'), 'everyones-key');
    const theirs = await submit(sampleReport('R-205'), 'everyones-key', other.key);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('thirty times at once makes one report and thirty answers alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => submit(sampleReport('R-206'), 'thirty-at-once')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count('use_of_force_report', `report_number = 'R-206'`)).toBe(1);
    expect(await count('history_event', `subject_id = '${answers[0]!.body.id}'`)).toBe(1);
  });

  it('under which somebody still works is told to come back later', async () => {
    const owner = await redress.database.owner.connect();
    const held = [redress.jurisdiction.id, department.id, 'held-by-another'].join('/');
    await owner.query(`SELECT pg_advisory_lock(hashtextextended($1, 0))`, [`idempotency/${held}`]);
    const waiting = await submit(sampleReport('R-207'), 'held-by-another');
    await owner.query(`SELECT pg_advisory_unlock_all()`);
    owner.release();
    expect([waiting.status, waiting.body.code]).toEqual([409, 'idempotency-key-in-flight']);
    expect((await submit(sampleReport('R-207'), 'held-by-another')).status).toBe(201);
  });
});
