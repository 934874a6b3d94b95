import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killCampaign } from '../support/kill-campaign.js';
import { TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
});
afterAll(() => redress.stop());

const [KEYS, AT_ONCE] = [20, 10];

describe('a report', () => {
  it(`sent ${AT_ONCE} times at once under each of ${KEYS} keys is there once for each, and whoever is answered is answered alike`, async () => {
    for (let key = 1; key <= KEYS; key++) {
      const headers = { 'idempotency-key': `parallel-${key}` };
      const body = sampleReport(`P-${key}`, { occurredHour: key % 24 });
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => redress.request('POST', PATH, { as: department.key, body, headers })),
      );
      const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
      expect(refused.filter((code) => code !== 'idempotency-key-in-flight' && code !== 'busy')).toEqual([]);
      expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
    }
    const { rows } = await redress.database.owner.query(
      `SELECT count(*)::int AS reports, count(DISTINCT report_number)::int AS numbers,
              (SELECT count(*)::int FROM redress.history_event WHERE action = 'use-of-force-report.submit') AS events
         FROM redress.use_of_force_report`,
    );
    expect(rows).toEqual([{ reports: KEYS, numbers: KEYS, events: KEYS }]);
  });
});

describe('a bulk in the middle of which the server is killed', () => {
  it('is sent again under its key to another server, and every record is there once: two kills of 3,000', async () => {
    const { connections, ownerUrl, owner } = redress.database;
    const environment = {
      DATABASE_URL: ownerUrl,
      MASTER_KEY: connections.masterKey.toString('base64'),
      DATA_DIRECTORY: connections.dataDirectory,
    };
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const faults = await killCampaign({ environment, owner, department, records: 3_000, rounds: 2, seed: 1, say });
    expect(faults).toEqual([]);
    expect(said).toHaveLength(2);
    // Three servers are started: on a busy machine that takes its time.
  }, 120_000);
});
