import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RejectedLine } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { linesOf, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports/bulk';
let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

function submit(as: string, body: string | Buffer, key: string, query = ''): Promise<Answer> {
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': key };
  return redress.request('POST', `${PATH}${query}`, { as, body, headers });
}

/** Everything that a department's reports consist of, counted. */
async function stored(departmentId: string): Promise<Record<string, number>> {
  const { rows } = await redress.database.owner.query(
    `WITH own AS (SELECT id FROM redress.use_of_force_report WHERE department_id = $1)
     SELECT (SELECT count(*)::int FROM own) AS reports,
            (SELECT count(*)::int FROM redress.use_of_force_subject WHERE report_id IN (TABLE own)) AS subjects,
            (SELECT count(*)::int FROM redress.use_of_force_officer WHERE report_id IN (TABLE own)) AS officers,
            (SELECT count(*)::int FROM redress.force_application WHERE report_id IN (TABLE own)) AS force,
            (SELECT count(*)::int FROM redress.history_event WHERE subject_id IN (TABLE own)) AS events`,
    [departmentId],
  );
  return rows[0];
}

const of = (reports: number) => ({
  reports,
  subjects: reports * 2,
  officers: reports * 2,
  force: reports * 3,
  events: reports,
});
const reports = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => sampleReport(`${prefix}-${index + 1}`));

/** 2,000 lines, five of them at fault, each in another way; an empty one; and one whose end is not marked. */
function withFiveBad(): Buffer {
  const lines = reports(2000, 'R').map((report) => Buffer.from(JSON.stringify(report)));
  lines[9] = Buffer.from('{"reportNumber": "R-10", "subj');
  lines[499] = Buffer.from(JSON.stringify(sampleReport('R-500', { occurredOn: '2026-02-31' })));
  lines[500] = Buffer.from(JSON.stringify({ ...sampleReport('R-501'), padding: 'x'.repeat(262_144) }));
  lines[1233] = Buffer.from(JSON.stringify(sampleReport('R-1234', { county: 'Montréal' })), 'latin1');
  lines[1999] = Buffer.from(JSON.stringify(sampleReport('R-1', { county: 'Another' })));
  lines.splice(700, 0, Buffer.from('  \r'));
  return Buffer.concat(lines.flatMap((line, index) => (index === 0 ? [line] : [Buffer.from('\n'), line])));
}

describe('POST /api/v1/use-of-force-reports/bulk', () => {
  it('takes the good of 2,000 lines and tells the five bad ones by line, code and place', async () => {
    const { id, key } = await redress.department('Riverton PD');
    const { status, body } = await submit(key, withFiveBad(), 'five-bad-lines');
    expect(status).toBe(200);
    expect(body).toMatchObject({ received: 2000, taken: 1995, unchanged: 0, rejected: 5 });
    expect(
      body.results.map(({ line, reportNumber, faults }: RejectedLine) => [
        line,
        reportNumber,
        faults[0]!.path,
        faults[0]!.code,
      ]),
    ).toEqual([
      [10, null, '', 'not-json'],
      [500, 'R-500', '/occurredOn', 'not-a-date'],
      [501, null, '', 'line-too-long'],
      [1235, null, '', 'not-utf-8'],
      [2001, 'R-1', '/reportNumber', 'report-number-taken'],
    ]);
    expect(await stored(id)).toEqual(of(1995));
  });

  it('sent again under its key is answered as the first time, and under another finds all unchanged', async () => {
    const { id, key } = await redress.department('Lakeside PD');
    const lines = linesOf(reports(700, 'A'));
    const first = await submit(key, lines, 'the-same-twice');
    expect(first.body).toMatchObject({ received: 700, taken: 700, unchanged: 0, rejected: 0, results: [] });
    expect((await submit(key, lines, 'the-same-twice')).text).toBe(first.text);
    const other = await submit(key, lines, 'the-same-thrice');
    expect(other.body).toMatchObject({ received: 700, taken: 0, unchanged: 700, rejected: 0, results: [] });
    const reused = await submit(key, linesOf(reports(2, 'B')), 'the-same-twice');
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await stored(id)).toEqual(of(700));
  });

  it('with all-or-nothing takes none when one is at fault, and may be mended under the same key', async () => {
    const { id, key } = await redress.department('Hilltop PD');
    const lines = reports(1200, 'C');
    const spoilt = lines.with(1100, { ...lines[1100]!, occurredHour: 25 });
    const none = await submit(key, linesOf(spoilt), 'all-or-nothing-1', '?all-or-nothing=true');
    expect([none.status, none.body.code]).toEqual([422, 'nothing-taken']);
    expect(none.body.errors).toMatchObject([{ path: '/1101/occurredHour', code: 'out-of-range' }]);
    expect(await stored(id)).toEqual(of(0));
    const all = await submit(key, linesOf(lines), 'all-or-nothing-1', '?all-or-nothing=true');
    expect(all.body).toMatchObject({ received: 1200, taken: 1200 });
    expect(await stored(id)).toEqual(of(1200));
  });

  it('with all-or-nothing takes none when a number turns out to be taken', async () => {
    const { id, key } = await redress.department('Seaside PD');
    await submit(key, linesOf(reports(1, 'D')), 'one-beforehand');
    const clash = [...reports(600, 'E'), sampleReport('D-1', { county: 'Another' })];
    const none = await submit(key, linesOf(clash), 'all-or-nothing-2', '?all-or-nothing=true');
    expect(none.body.errors).toMatchObject([{ path: '/601/reportNumber', code: 'report-number-taken' }]);
    expect(await stored(id)).toEqual(of(1));
  });

  it('needs a key, and takes nothing for an answer to another question', async () => {
    const { key } = await redress.department('Forest PD');
    const headers = { 'content-type': 'application/x-ndjson' };
    const keyless = await redress.request('POST', PATH, { as: key, body: linesOf(reports(1, 'F')), headers });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
    expect((await submit(key, '', 'an-empty-bulk')).body).toMatchObject({ received: 0, taken: 0 });
    expect((await submit(key, '\n', 'an-option-misspelt', '?all-or-none=true')).status).toBe(422);
  });

  it('keeps the first thousand of the rejected, and counts them all', async () => {
    const { key } = await redress.department('Desert PD');
    const { body } = await submit(key, '{}\n'.repeat(3000), 'thousands-at-fault');
    expect(body).toMatchObject({ received: 3000, taken: 0, rejected: 3000 });
    expect([body.results.length, body.results[0].line, body.results[999].line]).toEqual([1000, 1, 1000]);
  });

  it('of the same submission five times at once takes each report once', async () => {
    const { id, key } = await redress.department('Canyon PD');
    const lines = linesOf(reports(900, 'G'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(key, lines, 'five-at-once')));
    const codes = answers.map(({ status, body }) => (status === 200 ? 'answered' : body.code));
    expect(codes).toContain('answered');
    expect(codes.filter((code) => !['answered', 'idempotency-key-in-flight', 'busy'].includes(code))).toEqual([]);
    expect(await stored(id)).toEqual(of(900));
  });

  it('of two with the same reports in opposite order, at once, takes each report once: six races', async () => {
    const { id, key } = await redress.department('Prairie PD');
    for (let race = 1; race <= 6; race++) {
      const lines = reports(450, `H${race}`);
      const answers = await Promise.all([
        submit(key, linesOf(lines), `one-way-round-${race}`),
        submit(key, linesOf(lines.toReversed()), `the-other-way-${race}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(answers.reduce((all, { body }) => all + Number(body.taken), 0)).toBe(450);
    }
    expect(await stored(id)).toEqual(of(6 * 450));
  });
});
