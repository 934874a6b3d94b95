import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTraces } from '../support/find-traces.js';
import { RedressProcess } from '../support/redress-process.js';

/** Things that only this complainant has: each must be nowhere on the disk afterwards. */
const named = {
  name: 'Quillon Featherstonehaugh',
  contact: '555-0199-7731',
  narrative: 'They pulled the zebra-striped umbrella from my hand and laughed.',
  place: 'the bench opposite 4417 Wisteria Parade',
};
const client = {
  'user-agent': 'CanaryBrowser/77.31',
  'x-forwarded-for': '203.0.113.77',
  referer: 'https://shelter.example/canary-page',
};

let dataDirectory: string;
let output: string;
let filed: Record<string, unknown>[];
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'redress-no-trace-'));
  chmodSync(dataDirectory, 0o755);
  const environment = { DATA_DIRECTORY: dataDirectory, PORT: '0', LOG_LEVEL: 'debug' };
  await new RedressProcess(['establish', 'riverton', '--name', 'City of Riverton'], environment).ended();
  const server = new RedressProcess(['serve'], environment);
  const [, address] = await server.says(/serves on (http:\S+)\./);
  await fetch(`${address!}/api/v1/jurisdictions/riverton`, { headers: client });
  filed = [];
  for (const anonymous of [false, true]) filed.push(await file(address!, anonymous));
  expect(await server.interrupt()).toBe(0);
  output = join(dataDirectory, 'output.log');
  writeFileSync(output, server.stdout + server.stderr);
}, 90_000);
afterAll(() => {
  const postgres = realpathSync(join(dataDirectory, 'postgres'));
  for (const directory of [postgres, dataDirectory]) rmSync(directory, { recursive: true, force: true });
});

async function file(address: string, anonymous: boolean): Promise<Record<string, unknown>> {
  const { name, contact, narrative, place } = named;
  const body = { narrative, place, anonymous, ...(anonymous ? {} : { complainant: { name, contact } }) };
  const response = await fetch(`${address}/api/v1/jurisdictions/riverton/complaints?canary=query-canary`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...client },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Record<string, unknown>;
}

describe('after a complaint was filed and the server stopped', () => {
  const everywhere = () => [dataDirectory, realpathSync(join(dataDirectory, 'postgres'))];

  it('nothing on the disk names the person or repeats their words: not the tables, the WAL, the logs', () => {
    const receipts = filed.map((answer) => String(answer['receiptCode']));
    expect(receipts.every((receipt) => receipt.length > 25)).toBe(true);
    const traces = [...Object.values(named), ...Object.values(client), 'query-canary', ...receipts];
    expect(findTraces(everywhere(), traces)).toEqual([]);
  });

  it('the search would have found it (it finds what is stored openly, and what is planted in a file)', () => {
    const caseNumber = String(filed[0]!['caseNumber']);
    expect(findTraces(everywhere(), [caseNumber]).length).toBeGreaterThan(0);
    writeFileSync(join(dataDirectory, 'planted'), `\0\0${named.name}\0`);
    expect(findTraces(everywhere(), [named.name])).toEqual([`${join(dataDirectory, 'planted')}: ${named.name}`]);
  });

  it('the log holds other requests, by route, and not when somebody filed', () => {
    const [asked, filedAt] = ['"route":"/api/v1/jurisdictions/:jurisdiction"', '/:jurisdiction/complaints'];
    expect(findTraces([dataDirectory], [asked, filedAt])).toEqual([`${output}: ${asked}`]);
  });
});
