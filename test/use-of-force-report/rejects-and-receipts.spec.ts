import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { checkReceipt } from '../../src/use-of-force-report/index.js';
import { TestApp } from '../support/test-app.js';
import { BulkDesk, PATH, TABLE } from './bulk-desk.js';
import { linesOf, sampleReport } from './sample-report.js';
import { simpleMapping } from './simple-mapping.js';

let redress: TestApp;
let desk: BulkDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = new BulkDesk(redress);
});
afterAll(() => redress.stop());

describe('what of a bulk was rejected', () => {
  it('is given back of a table, to be mended and sent again', async () => {
    const { id, key } = await redress.department('Mending PD');
    await redress.request('PUT', '/api/v1/use-of-force-mappings/own', { as: key, body: simpleMapping() });
    const spoilt = TABLE.replace('A-2,C-2,12/24/2025', 'A-2,C-2,24/12/2025').replace(',40,W,', ',forty,Green,');
    const { body } = await desk.send(key, 'csv', spoilt, '?mapping=own');
    expect([body.taken, body.rejected, body.results[0].line]).toEqual([1, 1, 4]);
    expect(body.results[0].faults.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['/subjects/0/age', 'unreadable-value'],
      ['/subjects/0/race', 'unmapped-word'],
    ]);
    const rejects = await redress.request('GET', `${PATH}/submissions/${body.submissionId}/rejects`, { as: key });
    expect(rejects.headers['content-type']).toContain('text/csv');
    const [header, row, end] = rejects.text.split('\n');
    expect([header, end]).toEqual([`${TABLE.split('\n')[0]!},redress_errors`, '']);
    expect(row).toMatch(
      /^A-2,C-2,24\/12\/2025,.*,"\/subjects\/0\/age unreadable-value: .*\/subjects\/0\/race unmapped-word: .*"$/,
    );
    const mended = rejects.text.replace('24/12/2025', '12/24/2025').replace(',forty,Green,', ',40,W,');
    expect((await desk.send(key, 'csv', mended, '?mapping=own')).body).toMatchObject({
      taken: 1,
      rejected: 0,
      unknownColumns: ['Remark', 'redress_errors'],
    });
    expect((await desk.originals(id)).map(({ reportNumber }) => reportNumber)).toEqual(['A-1', 'A-2']);
  });

  it('is given back of lines in whole, more than the answer holds; sealed where it lies', async () => {
    const { key } = await redress.department('Rejected PD');
    const bad = Array.from({ length: 1_100 }, (_, index) => ({
      ...sampleReport(`B-${index + 1}`),
      occurredHour: 25,
      county: 'Quillhaven',
    }));
    const { body } = await desk.send(key, 'lines', linesOf([sampleReport('B-0'), ...bad]));
    expect([body.taken, body.rejected, body.results.length]).toEqual([1, 1_100, 1_000]);
    const { text } = await redress.request('GET', `${PATH}/submissions/${body.submissionId}/rejects`, { as: key });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ record }) => record)).toEqual(Array.from({ length: 1_100 }, (_, index) => index + 2));
    expect([lines[0].reportNumber, lines[0].faults[0].code, JSON.parse(lines[0].sent)]).toEqual([
      'B-1',
      'out-of-range',
      bad[0],
    ]);
    const { rows } = await redress.database.owner.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM redress.use_of_force_reject r WHERE r::text LIKE '%Quillhaven%' OR position('Quillhaven' IN encode(sent_cipher, 'escape')) > 0`,
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('is kept of all-or-nothing too, though nothing is taken', async () => {
    const { id, key } = await redress.department('Nothing PD');
    const told = Array.from({ length: 450 }, (_, index) =>
      sampleReport(`N-${index}`, index === 430 ? { occurredHour: 25 } : {}),
    );
    for (const [format, body] of [
      ['lines', linesOf(told)],
      ['json', JSON.stringify(told)],
    ] as const) {
      const answer = await desk.send(key, format, body, '?all-or-nothing=true');
      expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([
        422,
        'nothing-taken',
        '/431/occurredHour',
      ]);
      const { text } = await redress.request('GET', `${PATH}/submissions/${answer.body.details.submissionId}/rejects`, {
        as: key,
      });
      expect(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).reportNumber),
      ).toEqual(['N-430']);
    }
    expect(await desk.originals(id)).toEqual([]);
  });
});

describe('a receipt', () => {
  it('is what the place signed, about what was sent, the same whenever it is asked for', async () => {
    const { key } = await redress.department('Receipt PD');
    const body = linesOf([sampleReport('S-1'), sampleReport('S-2')]);
    const { body: answer } = await desk.send(key, 'lines', body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const keys = await redress.request('GET', '/api/v1/jurisdictions/riverton/receipt-keys');
    const [{ publicKey }] = keys.body.keys;
    const checked = checkReceipt(answer, publicKey, sha256);
    expect(checked).toMatchObject({
      ok: true,
      statement: {
        kind: 'submission',
        jurisdiction: 'riverton',
        bytes: body.length,
        sha256,
        counts: { received: 2, taken: 2 },
      },
    });
    const again = await redress.request('GET', `${PATH}/submissions/${answer.submissionId}/receipt`, { as: key });
    expect(again.body).toEqual(answer.receipt);
    const altered = { ...answer.receipt, statement: answer.receipt.statement.replace('"taken":2', '"taken":3') };
    expect(checkReceipt(altered, publicKey)).toEqual({ ok: false, code: 'receipt-not-signed' });
    expect(checkReceipt(answer, publicKey, '0'.repeat(64))).toEqual({ ok: false, code: 'receipt-other-file' });
    expect(checkReceipt({}, publicKey)).toEqual({ ok: false, code: 'receipt-unreadable' });
    const list = await redress.request('GET', `${PATH}/mine`, { as: key });
    const ofReport = await redress.request('GET', `${PATH}/mine/${list.body.reports[0].id}/receipt`, { as: key });
    expect(checkReceipt(ofReport.body, publicKey)).toMatchObject({
      ok: true,
      statement: { kind: 'report', reportNumber: 'S-2', version: 1 },
    });
  });
});
