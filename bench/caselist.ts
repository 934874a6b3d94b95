import { createApp } from '../src/app.setup.js';
import { statementsOf } from '../test/support/statements-of.js';
import { measureScene } from './list-measure.js';
import { prepareScene, type Scene } from './list-scene.js';
import { type ListStage, onListStage } from './list-stage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

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
 * turns: `caselist [cases] [rounds] [requests]`. Prints the ratio of processor time, program and database (2 is allowed),
 * and how many statements it takes to open a case file among them (8 are allowed).
 */
export async function run([cases = '1000000', rounds = '5', requests = '150']: string[]): Promise<void> {
  const began = performance.now();
  await onListStage(Number(cases), async (stage) => {
    say(`${cases} cases made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    for (const scene of SCENES) {
      const prepared = await prepareScene(stage, scene);
      say(await measureScene(stage, prepared, { rounds: Number(rounds), requests: Number(requests) }));
    }
    await countStatements(stage);
  });
}

/** Of the program in this process, so that what it sends can be counted: transaction control is not. */
async function countStatements({ databases, owner, token }: ListStage): Promise<void> {
  const app = await createApp(databases);
  try {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM redress.complaint WHERE status = 'closed' LIMIT 1`,
    );
    const url = `/api/v1/complaints/${rows[0]!.id}`;
    const { length } = await statementsOf(async () => {
      const { statusCode, body } = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      if (statusCode !== 200) throw new Error(`case file: ${statusCode} ${body}`);
    });
    say(`opening a full case file: ${length} statements (8 allowed)`);
  } finally {
    await app.close();
  }
}
