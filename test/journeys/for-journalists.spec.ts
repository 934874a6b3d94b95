import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PublicAddress } from '../../src/platform/public-address.js';
import { cityCharter } from '../support/generated-complaints.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { type Ran, SnippetRunner, snippetsOf } from '../support/snippets.js';
import { publishTable, rowsOf } from '../support/soql/published-table.js';
import { TestApp } from '../support/test-app.js';

const PAGES = globSync('docs/for-journalists/*.md').sort();
let redress: TestApp;
let directory: string;
let asked: Asked;
let csv: string;
let runner: SnippetRunner;
/** What needs a program or a package that is not here, and was not run. */
const missing = new Map<string, number>();
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  const desk = await ReleaseDesk.open(redress, 400);
  asked = await desk.published();
  csv = readFileSync(desk.path(asked), 'utf8');
  await publishForce(desk);
  await redress.app.listen(0, '127.0.0.1');
  const { port } = redress.app.getHttpServer().address() as AddressInfo;
  redress.app.get(PublicAddress).listensOn(port);
  directory = mkdtempSync(join(tmpdir(), 'redress-snippets-'));
  runner = new SnippetRunner(directory, { REDRESS: `http://localhost:${port}` }, PAGES.flatMap(snippetsOf));
});
/** Another dataset, as small as can be: a page counts in it. */
async function publishForce(desk: ReleaseDesk): Promise<void> {
  const { owner } = redress.database;
  const names = ['incident_period', 'force_types'];
  const force = [
    ['2018', 'take_down; strike'],
    ['2018', 'strike'],
    ['2019', null],
  ];
  const text = [names, ...force].map((line) => `${line.join()}\n`).join('');
  const columns = names.map((name) => ({ name, type: 'text' as const }));
  const release = { dataset: 'use-of-force', version: '1.0.0' };
  const table = { ...release, jurisdiction: redress.jurisdiction.slug, columns, bytes: text.length };
  await publishTable(owner, table, rowsOf(owner, force));
  const path = desk.path({ ...release, id: '' });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
afterAll(async () => {
  await redress.stop();
  rmSync(directory, { recursive: true, force: true });
  const told = [...missing].map(([what, count]) => `${what} (${count})`).join(', ');
  if (told !== '') console.warn(`Snippets for journalists that were not run, for want of: ${told}.`);
});

const rows = (): Record<string, string>[] => readCsv(csv);
const perFinding = (): Map<string, number> =>
  new Map([...Map.groupBy(rows(), ({ finding }) => finding!)].map(([finding, { length }]) => [finding, length]));
const complaints = (): number => new Set(rows().map(({ complaint }) => complaint)).size;

/** What a page's snippets must have printed, in the order in which they stand. */
const PRINTED: Readonly<Record<string, (said: string[]) => void>> = {
  'README.md': ([code]) => {
    expect(code).toBe('200\n');
  },
  'find-a-dataset.md': ([lists, list]) => {
    expect(lists).toContain('"dataset":"complaint-allegations"');
    expect(list).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4} \d{4}-\d\d-\d\d Allegations in complaints .*: City of Riverton\n/);
  },
  'what-one-row-is.md': ([told, counted]) => {
    expect(told).toContain('One row is one allegation against one officer in one complaint');
    expect(JSON.parse(counted!)).toEqual([{ allegations: String(rows().length), complaints: String(complaints()) }]);
  },
  'download-everything.md': ([, , listed]) => {
    expect(listed).toMatch(
      /^riverton-complaint-allegations-1\.0\.0\.csv \d+ bytes\nriverton-use-of-force-1\.0\.0\.csv 69 bytes\n$/,
    );
    for (const name of ['complaint-allegations-1.0.0-data.csv', 'riverton-complaint-allegations-1.0.0.csv'])
      expect(readFileSync(join(directory, name), 'utf8')).toBe(csv);
    expect(readFileSync(join(directory, 'newest.csv'), 'utf8').split('\n')).toHaveLength(csv.split('\n').length);
  },
  'check-a-download.md': ([checked, sums]) => {
    expect(checked).toBe('data.csv: OK\n');
    expect(sums).toMatch(/^1\.0\.0 [0-9a-f]{64} as published\n$/);
  },
  'count-in-python.md': ([byPeriod, some, soql]) => {
    const counted = byPeriod!.trim().split('\n');
    expect(sum(counted.map((line) => Number(line.split(' ').at(-1))))).toBe(rows().length);
    const found = perFinding();
    expect(sum([...some!.matchAll(/'count': (\d+)/g)].map(([, count]) => Number(count)))).toBe(
      (found.get('sustained') ?? 0) + (found.get('not_sustained') ?? 0),
    );
    expect(
      sum(
        soql!
          .trim()
          .split('\n')
          .map((line) => Number(line.split(' ')[1])),
      ),
    ).toBe(found.get('sustained'));
  },
  // Where there is no R it prints nothing, and the end of the tests says so.
  'count-in-r.md': ([byPeriod, , force]) => {
    if (byPeriod === undefined) return;
    expect(sum([...byPeriod.matchAll(/\b\d+\b(?=( +\d+)*$)/gm)].map(([count]) => Number(count)))).toBeGreaterThan(0);
    expect(force?.replaceAll(/ +/g, ' ')).toContain('strike 2\n take_down 1\n');
  },
  'in-a-spreadsheet.md': ([head]) => {
    expect(head).toMatch(/^incident_period,finding,count\n/);
  },
  'page-through-everything.md': (said) => {
    const { length } = rows();
    expect(length).toBeGreaterThan(200);
    expect(said).toEqual(Array(2).fill(`${length} rows, ${length} different\n`));
  },
  'cite-a-version.md': ([pinned, cited]) => {
    expect(sum((JSON.parse(pinned!) as { rows: { count: number }[] }).rows.map(({ count }) => count))).toBe(
      rows().length,
    );
    expect(cited).toMatch(
      /^City of Riverton: Allegations .*, release 1\.0\.0, .*, SHA-256 [0-9a-f]{64}\. http.*data\.csv\n$/,
    );
  },
  'follow-releases.md': ([titles, feed]) => {
    expect(titles).toContain('<title>Released: Allegations in complaints');
    expect(feed).toMatch(/Z release Released: Allegations .*, 1\.0\.0\nnothing new\n$/);
  },
};

describe('the pages for journalists', () => {
  it.each(PAGES)('%s: its snippets run as they stand, and print what the release holds', async (page) => {
    const ran: Ran[] = [];
    for (const snippet of snippetsOf(page)) ran.push(await runner.run(snippet));
    for (const { missing: what } of ran) if (what) missing.set(what, (missing.get(what) ?? 0) + 1);
    const run = ran.filter((each) => each.missing === null);
    expect(run.map(({ status, stderr }) => [status, stderr])).toEqual(run.map(() => [0, '']));
    PRINTED[basename(page)]?.(run.map(({ stdout }) => stdout));
  });

  it('are all looked at, and hold snippets in each language', () => {
    expect(Object.keys(PRINTED).sort()).toEqual(PAGES.map((page) => basename(page)).sort());
    const languages = PAGES.flatMap((page) => snippetsOf(page).map(({ language }) => language));
    expect(new Set(languages)).toEqual(new Set(['sh', 'python', 'r']));
  });

  it.each([
    ['an address that is not there', 'sh', 'curl -fsS "$REDRESS/api/v1/datasets/riverton/nothing"'],
    [
      'a column that is not there',
      'sh',
      'curl -fsS "$REDRESS/api/v1/datasets/riverton/complaint-allegations/rows?x=1"',
    ],
    ['a pipe whose first half fails', 'sh', 'curl -fsS "$REDRESS/nothing" | cat'],
    ['a word that is not there', 'python', 'import json, os\nprint(os.environ["REDRESS"], json.loads("{}")["rows"])'],
  ] as const)('would be found out by a snippet with %s (planted)', async (_, language, code) => {
    const { missing: what, status } = await runner.run({ language, code });
    expect(what === null ? status : 1).not.toBe(0);
  });
});

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);
