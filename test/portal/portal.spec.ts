import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { portalInBrowser } from './in-browser.js';
import { addressesIn, cellsOf, linksIn } from '../support/read-page.js';
import { distinct, where } from '../support/reported-tables.js';
import { readCsv } from '../support/release-desk.js';
import { ReportingBoard } from '../support/reporting-board.js';

let board: ReportingBoard;
let file: Record<string, string>[];
const DATASET = '/datasets/riverton/complaint-allegations';
const FORCE = '/datasets/riverton/use-of-force';

const get = (path: string, headers: Record<string, string> = {}) =>
  board.room.redress.request('GET', path, { headers: { accept: 'text/html', ...headers } });
const counted = (rows: Record<string, string>[], by: string) =>
  Object.fromEntries([...new Set(rows.map((row) => row[by]!))].map((value) => [value, where(rows, { [by]: value })]));

beforeAll(async () => {
  board = await ReportingBoard.open();
  file = await board.rows(board.complaints);
}, 60_000);
afterAll(() => board.room.redress.stop());

describe('the first page', () => {
  it('has the place’s numbers, which are those of the files, and leads to everything else', async () => {
    const { text, headers } = await get('/');
    expect(text).toContain(`<dd>${distinct(file, 'complaint')}</dd>`);
    for (const page of ['/reports/riverton', '/meetings/riverton', '/recommendations/riverton', DATASET, FORCE])
      expect(linksIn(text)).toContain(page);
    const years = counted(file, 'incident_period');
    expect(cellsOf(text, 'Complaints by when it happened')).toEqual(
      Object.fromEntries(Object.entries(years).map(([year, rows]) => [year, [String(distinct(rows, 'complaint'))]])),
    );
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect((await get('/', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });

  it('speaks the reader’s language, says that it differs by it, and keeps one that was chosen', async () => {
    const spanish = await get('/', { 'accept-language': 'es-MX, en;q=0.5' });
    expect(spanish.text).toContain('<html lang="es">');
    expect(spanish.headers['vary']).toContain('Accept-Language');
    expect(linksIn(spanish.text)).toContain(DATASET);
    const chosen = await get('/?lang=es', { 'accept-language': 'en' });
    expect(linksIn(chosen.text)).toContain(`${DATASET}?lang=es`);
    for (const [path, title] of Object.entries({
      reports: 'Informes',
      recommendations: 'Recomendaciones sobre normas',
    }))
      expect((await get(`/${path}/riverton?lang=es`)).text).toContain(`<h1>${title}`);
    expect(chosen.text).toMatch(/hreflang="en" href="http:\/\/[^"]+\/\?lang=en"/);
  });

  it('is sent compressed to whoever takes that, and whole to others', async () => {
    const { headers, text } = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['vary']).toContain('Accept-Encoding');
    expect(text.length).toBeLessThan(15_000);
    expect((await get('/', { 'accept-encoding': 'br;q=0' })).headers['content-encoding']).toBeUndefined();
    const known = { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) };
    expect((await get('/', known)).status).toBe(304);
  });
});

describe('the page of a dataset', () => {
  it('says what one row is, what each column holds, and of every file the hash that it has', async () => {
    const { text } = await get(DATASET);
    expect(text).toContain('One row is one allegation against one officer in one complaint');
    expect(text).toContain('To count complaints, count the distinct values of');
    const hashes = [...text.matchAll(/href="([^"]+)">[^<]+<\/a><\/th>\s*<td[^>]*>[^<]+<\/td>\s*<td><code>(\w{64})/g)];
    expect(hashes.length).toBeGreaterThan(2);
    for (const [, address = '', sha256] of hashes) {
      const { rawPayload } = await board.room.redress.app.inject({ method: 'GET', url: address });
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(sha256);
    }
    for (const value of new Set(file.map((row) => row['finding']!)))
      if (value !== '') expect(text).toContain(`<code>${value}</code>`);
    const [, data = ''] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Dataset', version: board.complaints.version });
  });

  it('is not there for a dataset that is not, and says so as a page', async () => {
    const missing = await get('/datasets/riverton/none?lang=es');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('No hay nada con ese nombre');
    expect((await get('/datasets/riverton/none', { accept: 'application/json' })).body.code).toBe('not-found');
  });
});

describe('the query builder', () => {
  it.each([
    'is.finding=sustained&show=finding&show=place&limit=20',
    'group=finding&order=count&descending=yes',
    'group=complainant_race&group=finding&is.incident_period=2016',
    'where=starts_with(finding%2C+%27sus%27)+and+place+is+not+null&limit=5',
    'is.discipline_imposed=~&order=finding&limit=7',
  ])('shows what its own addresses answer: %s', async (asked) => {
    const { text, status } = await get(`${DATASET}/query?${asked}`);
    expect(status).toBe(200);
    const { csv, json, native } = addressesIn(text);
    const rows = readCsv((await get(csv)).text);
    const shown = [...text.matchAll(/<tr>\s*<t[hd](?: class="number")?(?! scope)/g)].length;
    expect(shown).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    expect((await get(json)).body).toHaveLength(rows.length);
    if (native !== null) expect((await get(native)).body.rows).toHaveLength(rows.length);
    for (const snippet of ['curl -o', 'read.csv(', 'urllib.request']) expect(text).toContain(snippet);
  });

  it('says on the page what cannot be asked, and shows nothing that was typed as markup', async () => {
    const hostile = encodeURIComponent(`<script>alert('x')</script>`);
    const { text, status } = await get(`${DATASET}/query?where=${hostile}&is.place=${hostile}&limit=5`);
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(text).not.toContain('<script>alert');
    for (const wrong of ['limit=0', 'group=none', 'order=none', 'is.none=1', 'where=a&where=b'])
      expect((await get(`${DATASET}/query?${wrong}`)).status).toBe(400);
  });
});

describe('the chart builder', () => {
  it('counts what the file counts, once and split, and in the file of figures', async () => {
    const findings = counted(file, 'finding');
    const rows = readCsv((await get(`${DATASET}/chart.csv?by=finding&measure=rows`)).text);
    expect(Object.fromEntries(rows.map(({ finding, counted: count }) => [finding, Number(count)]))).toEqual(
      Object.fromEntries(Object.entries(findings).map(([value, own]) => [value, own.length])),
    );
    const split = readCsv((await get(`${DATASET}/chart.csv?by=incident_period&split=finding&measure=units`)).text);
    for (const { incident_period = '', sustained } of split)
      expect(Number(sustained)).toBe(distinct(where(file, { incident_period, finding: 'sustained' }), 'complaint'));
    const { text } = await get(`${DATASET}/chart?by=incident_period&split=finding&measure=units`);
    expect(text).toContain('Complaints by when it happened and finding');
    expect(text).toContain('Each description that is shown is shared by at least 5 complaints');
    expect(text).toMatch(/% of all complaints are in no figure here/);
  });

  it('counts each word of a list, and says that it does', async () => {
    const force = await board.rows(board.force);
    const rows = readCsv((await get(`${FORCE}/chart.csv?by=force_types`)).text);
    for (const { force_types: type = '', counted: count } of rows)
      expect(Number(count)).toBe(force.filter((row) => row['force_types']!.split('; ').includes(type)).length);
    expect((await get(`${FORCE}/chart?by=force_types`)).text).toContain('counted under each of them');
    const { csv, native } = addressesIn((await get(`${FORCE}/query?is.force_types=canine&limit=5000`)).text);
    const canine = force.filter((row) => row['force_types']!.split('; ').includes('canine'));
    expect([readCsv((await get(csv)).text).length, native]).toEqual([canine.length, null]);
  });

  it('divides by what was told for the very same time, names whose count it is, and says where there is none', async () => {
    const perOfficer = readCsv((await get(`${DATASET}/chart.csv?by=incident_period&measure=per-workforce`)).text);
    const of2016 = distinct(where(file, { incident_period: '2016' }), 'complaint');
    const row = perOfficer.find((each) => each['incident_period'] === '2016')!;
    expect([Number(row['counted']), Number(row['divided_by'])]).toEqual([of2016, 400]);
    expect(Number(row['rate'])).toBeCloseTo((100 * of2016) / 400, 6);
    const { text } = await get(`${DATASET}/chart?by=incident_period&measure=per-stops`);
    expect(text).toContain('No rate: told for 9 of the 12 months from 2016-01 to 2016-12.');
    expect(text).toContain('No rate: nobody has told a number for this, from 2015-01 to 2015-12.');
    const race = readCsv((await get(`${FORCE}/chart.csv?by=subject_race&measure=per-population`)).text);
    const black = race.find((each) => each['subject_race'] === 'black')!;
    expect(Number(black['rate'])).toBeCloseTo((10_000 * Number(black['counted'])) / 40_000, 6);
    expect((await get(`${FORCE}/chart?by=subject_race&measure=per-population`)).text).toContain('Office of statistics');
  });

  it.each(['by=finding&type=line', 'by=complaint', 'by=finding&measure=per-population', 'type=pie', 'split=none'])(
    'says on the page why there is no chart of %s',
    async (asked) => {
      const { text, status } = await get(`${DATASET}/chart?${asked}`);
      expect([status, text.includes('role="alert"')]).toEqual([400, true]);
      expect((await get(`${DATASET}/chart.svg?${asked}`, { accept: '*/*' })).body.error).toBe(true);
    },
  );
});

describe('charts elsewhere', () => {
  const asked = 'by=finding&split=complainant_race&type=bar&lang=es';

  it('are pictures with a name, the source and no style or script of their own', async () => {
    const { text, headers } = await get(`${DATASET}/chart.svg?${asked}`);
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(text).toMatch(/<title>Quejas por conclusión y raza<\/title><desc>[^<]*SHA|<title>Quejas/);
    expect(text).not.toMatch(/<script|style=|<foreignObject|href=/);
    expect(text).toContain('publicación 1.0.0');
    const png = await board.room.redress.app.inject({ method: 'GET', url: `${DATASET}/chart.png?${asked}` });
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect(png.rawPayload.readUInt32BE(16)).toBe(1400);
  });

  it('may be framed by anybody, and no other page may', async () => {
    const framed = await get(`/embed/riverton/complaint-allegations?${asked}`);
    expect(framed.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(framed.headers['x-frame-options']).toBeUndefined();
    expect(framed.text).toContain('<base target="_blank" />');
    for (const path of ['/', DATASET, `${DATASET}/chart?${asked}`, '/embed/riverton/none']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    }
  });
});

portalInBrowser(() => board.room.redress.app);
