import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { verifyFiles } from '../../src/transparency/index.js';
import { minutedMeeting, type MinutedMeeting, SAID } from '../support/minuted-meeting.js';
import { publishElsewhere } from '../support/published-elsewhere.js';
import { type Asked, readCsv } from '../support/release-desk.js';
import { ReportingBoard } from '../support/reporting-board.js';

type Row = Record<string, string>;
let board: ReportingBoard;
let meeting: MinutedMeeting;
/** By dataset: every one of them, all the way to the public. */
const out = new Map<string, Asked>();
const DATASETS = [
  ...['complaints', 'complaint-officers', 'discipline', 'complainants'],
  ...['use-of-force-incidents', 'use-of-force-officers', 'use-of-force-subjects', 'force-applications'],
  ...['board-decisions', 'meeting-votes', 'policy-recommendations', 'department-completeness', 'denominators'],
];

beforeAll(async () => {
  board = await ReportingBoard.open();
  meeting = await minutedMeeting(board.room);
  await publishElsewhere(board.room.redress.database.owner);
  out.set('complaint-allegations', board.complaints).set('use-of-force', board.force);
});
afterAll(() => board.room.redress.stop());

const asked = (dataset: string): Asked => out.get(dataset)!;
const rowsOf = async (dataset: string): Promise<Row[]> => board.rows(asked(dataset));
const manifestOf = async (dataset: string) => (await board.desk.show(asked(dataset))).manifest;
const words = (rows: readonly Row[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column] ?? ''))].sort();

describe('every dataset', () => {
  it.each(DATASETS)('%s goes from the request to the reader, and is what was approved', async (dataset) => {
    const release = await board.desk.published(dataset);
    out.set(dataset, release);
    const get = (path: string) => board.room.redress.request('GET', path);
    const { body: shown } = await get(board.desk.address(release));
    expect(shown.oneRow).toMatch(/^One row is one /);
    expect(shown.caveats.length).toBeGreaterThan(1);
    expect(shown.rows).toBeGreaterThan(0);
    const { body: page } = await get(board.desk.address(release, '/rows?limit=3'));
    expect(Object.keys(page.rows[0])).toEqual(['row_number', ...shown.columns.map(({ name }: Row) => name)]);
    const { text } = await get(board.desk.address(release, '/releases/1.0.0/data.csv'));
    expect(createHash('sha256').update(text).digest('hex')).toBe(shown.releases[0].sha256);
    const { body: catalogue } = await get('/api/catalog/v1?limit=50');
    const entry = catalogue.results.find(({ resource }: { resource: Row }) => resource.name === shown.title);
    const { body: counted } = await get(`/resource/${entry.resource.id}.json?$select=count(*)`);
    expect(counted).toEqual([{ count: String(shown.rows) }]);
    expect((await get('/')).text).toContain(shown.title);
    expect(text).not.toMatch(/CANARY|Canaria|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});
