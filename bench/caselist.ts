import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { caseListQuery } from '../src/complaint/records/case-list-query.js';
import { type ListSort, readCursor } from '../src/complaint/rules/list-cursor.js';
import type { ListFilter } from '../src/complaint/rules/list-question.js';
import { openDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { makeListRecord } from './list-record.js';
import { processorTime } from './processor-time.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PASSWORD = 'a long walk along the river';
const LIMIT = 50;

interface Scene {
  name: string;
  sort: ListSort;
  filter: ListFilter;
  /** How many pages in */
  page: number;
}
interface Measured extends Scene {
  query: string;
  bare: string;
}

const SCENES: Scene[] = [
  { name: 'newest', sort: 'received', filter: {}, page: 0 },
  { name: 'newest, 40 pages in', sort: 'received', filter: {}, page: 40 },
  { name: 'status, newest', sort: 'received', filter: { status: 'investigating' }, page: 3 },
  {
    name: 'district and class, newest',
    sort: 'received',
    filter: { district: 'District 7', classification: 'full' },
    page: 3,
  },
  { name: 'due first', sort: 'due', filter: {}, page: 3 },
  { name: 'overdue, newest', sort: 'received', filter: { overdue: true }, page: 1 },
  { name: 'by status', sort: 'status', filter: {}, page: 3 },
  { name: 'by number, from web', sort: 'number', filter: { channel: 'web' }, page: 3 },
  {
    name: 'group and year, oldest',
    sort: 'received_asc',
    filter: { allegationGroup: '', receivedFrom: '2022-01-01', receivedTo: '2022-12-31' },
    page: 1,
  },
  { name: 'one person’s', sort: 'received', filter: { assignedTo: '' }, page: 0 },
  { name: 'one officer’s', sort: 'received', filter: { officerId: '' }, page: 0 },
  { name: 'one department’s', sort: 'received', filter: { departmentId: '' }, page: 1 },
  {
    name: 'closed in a month',
    sort: 'received',
    filter: { closedFrom: '2023-05-01', closedTo: '2023-05-31' },
    page: 1,
  },
];

/**
 * Pages of a list of a million cases over real HTTP, signed in, against the same statement over node:http and pg alone, in
 * turns: `caselist [cases] [rounds] [requests]`. Prints the ratio of processor time, program and database (2 is allowed).
 */
export async function run([cases = '1000000', rounds = '5', requests = '150']: string[]): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'redress-bench-'));
  const master = randomBytes(32).toString('base64');
  const databases = await openDatabases(
    readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master }),
    () => undefined,
  );
  const environment = {
    ...{ DATABASE_URL: databases.ownerUrl!, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory },
    ...{ PORT: '0', LOG_LEVEL: 'silent' },
  };
  const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
  await owner.connect();
  for (const words of [
    ['establish', 'riverton', '--name', 'Riverton', '--charter', 'generic'],
    ['staff', 'register', 'riverton', 'sam', '--roles', 'supervisor'],
  ])
    if ((await new RedressProcess(words, environment, `${PASSWORD}\n`).ended()) !== 0) throw new Error(words.join(' '));
  const { rows } = await owner.query<{ id: string; staff: string }>(
    'SELECT jurisdiction_id AS id, id AS staff FROM redress.staff',
  );
  const { id, staff } = rows[0]!;
  const began = performance.now();
  await makeListRecord(owner, id, Number(cases));
  say(`${cases} cases made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const server = new RedressProcess(['serve'], environment);
  const bare = spawn(process.execPath, [
    ...['--import', './test/support/typescript.mjs', 'bench/bare-list-server.ts', databases.appUrl, id, staff],
  ]);
  bare.stderr.pipe(process.stderr);
  try {
    const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./);
    const [first] = (await once(bare.stdout, 'data')) as [Buffer];
    const arms = {
      ours: { address: `http://127.0.0.1:${port}`, pid: server.child.pid! },
      bare: { address: `http://127.0.0.1:${/(\d+)\./.exec(first.toString())![1]!}`, pid: bare.pid! },
    };
    const token = await signIn(arms.ours.address);
    for (const scene of SCENES) {
      const measured = await prepare(owner, arms.ours.address, token, { ...scene, filter: { ...scene.filter } }, staff);
      await measure(measured, arms, {
        token,
        rounds: Number(rounds),
        requests: Number(requests),
        postgres: join(dataDirectory, 'postgres/cluster'),
      });
    }
  } finally {
    bare.kill('SIGINT');
    await server.interrupt();
    await owner.end();
    await databases.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function signIn(address: string): Promise<string> {
  const body = JSON.stringify({ jurisdiction: 'riverton', signInName: 'sam', password: PASSWORD });
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Walks to the page that is measured, and makes the statement that the application will run for it. */
async function prepare(
  owner: pg.Client,
  address: string,
  token: string,
  scene: Scene,
  staffId: string,
): Promise<Measured> {
  const some = async (sql: string): Promise<string> =>
    ((await owner.query<{ id: string }>(sql)).rows[0] ?? { id: '' }).id;
  const { filter, sort } = scene;
  if (filter.assignedTo === '')
    filter.assignedTo = await some(`SELECT id FROM redress.staff WHERE sign_in_name = 'made7'`);
  if (filter.officerId === '') filter.officerId = await some('SELECT id FROM redress.officer ORDER BY id LIMIT 1');
  if (filter.departmentId === '')
    filter.departmentId = await some('SELECT id FROM redress.department ORDER BY id LIMIT 1');
  if (filter.allegationGroup === '')
    filter.allegationGroup = await some(`SELECT document -> 'allegations' -> 0 ->> 'group' AS id FROM redress.charter`);
  const asked = new URLSearchParams({ sort, limit: String(LIMIT) });
  for (const [name, value] of Object.entries(filter)) asked.set(name, String(value));
  for (let page = 0; page < scene.page; page++) {
    const answer = await fetch(`${address}/api/v1/complaints?${asked.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { next } = (await answer.json()) as { next: string | null };
    if (next === null) break;
    asked.set('after', next);
  }
  const { rows } = await owner.query<{ code: string }>(
    `SELECT a ->> 'code' AS code FROM redress.charter, jsonb_array_elements(document -> 'allegations') a WHERE a ->> 'group' = $1`,
    [filter.allegationGroup],
  );
  const categories = filter.allegationGroup === undefined ? null : rows.map(({ code }) => code);
  const after = asked.has('after') ? readCursor(asked.get('after')!, sort) : null;
  const statement = caseListQuery({ filter, sort, limit: LIMIT + 1, after }, { staffId, readsAll: true, categories });
  return { ...scene, query: `/api/v1/complaints?${asked.toString()}`, bare: JSON.stringify(statement) };
}

type Arm = 'ours' | 'bare';

async function measure(
  scene: Measured,
  arms: Record<Arm, { address: string; pid: number }>,
  { token, rounds, requests, postgres }: { token: string; rounds: number; requests: number; postgres: string },
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const ask: Record<Arm, () => Promise<Response>> = {
    ours: () => fetch(arms.ours.address + scene.query, { headers }),
    bare: () => fetch(arms.bare.address, { method: 'POST', body: scene.bare }),
  };
  const took: Record<Arm, number[]> = { ours: [], bare: [] };
  const spent: Record<Arm, number[]> = { ours: [], bare: [] };
  const rows: Record<Arm, number> = { ours: 0, bare: 0 };
  for (let round = -1; round < rounds; round++)
    for (const arm of ['ours', 'bare'] as const) {
      const before = await processorTime(arms[arm].pid, postgres);
      for (let request = 0; request < requests; request++) {
        const at = performance.now();
        const answer = await ask[arm]();
        const body = (await answer.json()) as { items: unknown[] };
        if (answer.status !== 200) throw new Error(`${scene.name}: ${answer.status} ${JSON.stringify(body)}`);
        rows[arm] = body.items.length;
        if (round >= 0) took[arm].push(performance.now() - at);
      }
      const used = ((await processorTime(arms[arm].pid, postgres)) - before) / requests;
      if (round >= 0) spent[arm].push(used);
    }
  const ratios = spent.ours.map((ours, round) => ours / spent.bare[round]!);
  const ms = (arm: Arm): string =>
    `${at(spent[arm], 0.5).toFixed(2)} ms of processor (p50 ${at(took[arm], 0.5).toFixed(1)}, p95 ${at(took[arm], 0.95).toFixed(1)} ms)`;
  say(
    `${scene.name}: ${rows.ours} rows, ours ${ms('ours')}, bare ${ms('bare')}, ratio ${at(ratios, 0.5).toFixed(2)} (2.00 allowed)`,
  );
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
