import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MALFORMED } from '../support/malformed-bodies.js';
import { TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let key: string;
beforeAll(async () => {
  redress = await TestApp.start();
  ({ key } = await redress.department('Riverton PD'));
});
afterAll(() => redress.stop());

const good = JSON.stringify(sampleReport('R-1'));

async function storedNothing(): Promise<void> {
  for (const table of ['use_of_force_report', 'use_of_force_subject', 'officer', 'zero_report']) {
    const { rowCount } = await redress.database.owner.query(`SELECT FROM redress.${table}`);
    expect([table, rowCount]).toEqual([table, 0]);
  }
}

describe('a report', () => {
  it.each(MALFORMED)('%s is refused, and nothing is stored', async (_, body, alone) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'malformed-one' };
    const answer = await redress.request('POST', PATH, { as: key, body, headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.code).toBe(alone);
    await storedNothing();
  });

  it.each(MALFORMED)('%s is rejected as a line of many, and nothing is stored', async (what, body, _, asLine) => {
    const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': `line ${what}`.replaceAll(' ', '-') };
    const answer = await redress.request('POST', `${PATH}/bulk`, { as: key, body, headers });
    expect(answer.body).toMatchObject({ received: 1, taken: 0, rejected: 1 });
    expect(answer.body.results[0].faults.map((fault: { code: string }) => fault.code)).toContain(asLine);
    await storedNothing();
  });

  it('of more than a mebibyte is refused', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'too-large-a-body' };
    const answer = await redress.request('POST', PATH, { as: key, body: `"${'x'.repeat(1_100_000)}"`, headers });
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
  });

  it('sent as lines to a route that takes one is refused, and so is one sent to the route for lines', async () => {
    const headers = { 'idempotency-key': 'the-wrong-type' };
    const lines = { ...headers, 'content-type': 'application/x-ndjson' };
    expect((await redress.request('POST', PATH, { as: key, body: good, headers: lines })).status).toBe(415);
    expect((await redress.request('POST', '/api/v1/sessions', { body: good, headers: lines })).status).toBe(415);
    const other = { ...headers, 'content-type': 'text/plain' };
    const one = await redress.request('POST', `${PATH}/bulk`, { as: key, body: good, headers: other });
    expect([one.status, one.body.code]).toEqual([415, 'media-type']);
    await storedNothing();
  });
});
