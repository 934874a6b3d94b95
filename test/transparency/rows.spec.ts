import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { cityCharter } from '../support/generated-complaints.js';
import { ClientsAtOnce } from '../support/clients-at-once.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { HOSTILE_ROW_QUERIES } from '../support/hostile-row-queries.js';
import { PublicQuestions, ReleaseOracle } from '../support/release-oracle.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
/** The published file, read apart from the API: what every answer is held against. */
let file: Record<string, string>[];
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 1_500);
  asked = await desk.published();
  file = readCsv(readFileSync(desk.path(asked), 'utf8'));
});
afterAll(() => redress.stop());

const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
const ask = (query: string, form = 'rows') => redress.request('GET', desk.address(asked, `/${form}?${query}`));

async function everyPage(query: string): Promise<{ row_number: number; [name: string]: unknown }[]> {
  const rows = [];
  let after = '';
  for (let page = 0; page < 1_000; page++) {
    const { body } = await ask(`${query}${after}`);
    rows.push(...body.rows);
    if (body.next === null) return rows;
    after = `&after=${body.next}`;
  }
  throw new Error('the pages have no end');
}

describe('GET …/rows', () => {
  it('filters by a column', async () => {
    const { body } = await ask('finding=sustained&limit=50000');
    expect(body.rows).toHaveLength(file.filter((row) => row.finding === 'sustained').length);
    expect(new Set(body.rows.map((row: { finding: string }) => row.finding))).toEqual(new Set(['sustained']));
  });

  it('takes a column given twice as "or", two columns as "and", nothing as "empty"', async () => {
    const either = await ask('finding=sustained&finding=unfounded&discipline_imposed=&limit=50000');
    const wanted = file.filter(
      (row) => ['sustained', 'unfounded'].includes(row.finding ?? '') && row.discipline_imposed === '',
    );
    expect(either.body.rows).toHaveLength(wanted.length);
    expect(wanted.length).toBeGreaterThan(100);
  });

  it('shows a row as the file has it, in the file’s order', async () => {
    const { body } = await ask('limit=5');
    const shown = body.rows.map(({ row_number: _, ...row }: Record<string, string | null>) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? ''])),
    );
    expect(shown).toEqual(file.slice(0, 5));
  });

  const orders = [
    '',
    'order=finding',
    'order=-finding',
    'order=discipline_imposed',
    'order=-discipline_imposed',
    'order=-complaint',
  ];
  it.each(orders)('visits every row exactly once, page by page (%s)', async (order) => {
    const rows = await everyPage(`${order}&limit=97`);
    const numbers = rows.map((row) => row.row_number);
    expect([...numbers].sort((one, other) => one - other)).toEqual(file.map((_, at) => at + 1));
    const name = order.replace(/^order=-?/, '');
    const cells = rows.map((row) => row[name] as string | null).filter((cell) => cell !== null);
    const sorted = [...cells].sort();
    if (name !== '') expect(cells).toEqual(order.includes('-') ? sorted.reverse() : sorted);
  });

  // ASVS 5.0: V1.2.2
  it('sends the next page’s address in Link', async () => {
    const { headers, body } = await ask('limit=10&order=finding');
    const [, url = ''] = /^<(.+)>; rel="next"$/.exec(String(headers.link)) ?? [];
    const next = await redress.request('GET', url);
    expect(next.body.rows.map((row: { row_number: number }) => row.row_number)).not.toContain(body.rows[0].row_number);
    expect(next.body.rows).toHaveLength(10);
  });

  it('counts by group as a naive count does, with filters too', async () => {
    for (const query of [
      'group=finding,discipline_imposed',
      'group=finding,discipline_imposed&recommended_finding=unfounded',
    ]) {
      const wanted = Map.groupBy(
        file.filter((row) => !query.includes('unfounded') || row.recommended_finding === 'unfounded'),
        (row) => `${row.finding ?? ''}|${row.discipline_imposed ?? ''}`,
      );
      const { body } = await ask(query);
      const counted = body.rows.map((row: Record<string, string | number | null>) => [
        `${row.finding ?? ''}|${row.discipline_imposed ?? ''}`,
        row.count,
      ]);
      expect(new Map(counted)).toEqual(new Map([...wanted].map(([key, rows]) => [key, rows.length])));
      expect(body.complete).toBe(true);
    }
  });

  it('orders groups by their count', async () => {
    const { body } = await ask('group=finding&order=-count&limit=2');
    expect(body.rows[0].count).toBeGreaterThanOrEqual(body.rows[1].count);
    expect(body.complete).toBe(false);
  });

  it('copies values through settings: what is in one is a value that no row has', async () => {
    for (const value of ["x'); DROP TABLE published.release; --", '$1', "current_setting('x')", 'a\\b"c'])
      expect((await ask(`finding=${encodeURIComponent(value)}`, 'rows.csv')).text.split('\n')).toHaveLength(2);
    const several = await ask('finding=sustained&finding=unfounded&discipline_imposed=', 'rows.csv');
    const wanted = file.filter(
      (row) => ['sustained', 'unfounded'].includes(row.finding ?? '') && row.discipline_imposed === '',
    );
    expect(readCsv(several.text)).toEqual(wanted);
  });

  it('answers the same question as CSV: filtered, grouped, limited', async () => {
    const filtered = readCsv((await ask('finding=sustained', 'rows.csv')).text);
    expect(filtered).toEqual(file.filter((row) => row.finding === 'sustained'));
    expect(
      readCsv((await ask('group=finding', 'rows.csv')).text)
        .map((row) => Number(row.count))
        .reduce((sum, count) => sum + count),
    ).toBe(file.length);
    expect(readCsv((await ask('limit=7&order=-finding', 'rows.csv')).text)).toHaveLength(7);
  });
});

describe('while releases are published', () => {
  it('every answer is wholly of one release, and right', async () => {
    const questions = new PublicQuestions(redress.jurisdiction.slug, asked.dataset);
    const oracle = new ReleaseOracle((version) => desk.path({ ...asked, version }));
    const ask = async (url: string) => {
      const { status, headers, text } = await redress.request('GET', url);
      return { status, text, version: String(headers['redress-release']) };
    };
    const next = await desk.approved();
    const clients = new ClientsAtOnce({ clients: 8, ask, questions, oracle, seed: 3 });
    await pause().then(() => desk.publish(next));
    clients.isOut(next.version);
    await pause().then(() => clients.stop());
    const versions = [...clients.answers.keys()].toSorted();
    expect([clients.faults, versions]).toEqual([[], [asked.version, next.version].toSorted()]);
    asked = next;
    file = readCsv(readFileSync(desk.path(asked), 'utf8'));
  });
});

describe('what is refused', () => {
  it('says which column was probably meant', async () => {
    const { body } = await ask('complainant_rase=black');
    expect(body).toMatchObject({ status: 400, code: 'unknown-column', errors: [{ path: '/complainant_rase' }] });
    expect(body.detail).toContain('`complainant_race`');
    expect((await ask('order=findings')).body.detail).toContain('`finding`');
    expect((await ask('group=alegation')).body.detail).toContain('`allegation`');
  });

  // ASVS 5.0: V1.4.2
  it.each(HOSTILE_ROW_QUERIES)('is answered with a 4xx and a code: %s', async (query) => {
    const encoded = query.replace(/[^A-Za-z0-9=&%._[\]-]/g, encodeURIComponent);
    const { status, body } = await ask(encoded);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code).toMatch(/^[a-z-]+$/);
    expect((await ask('limit=1')).status).toBe(200);
  });

  // ASVS 5.0: V1.2.4
  it('takes SQL in a value for what it is: a value that no row has', async () => {
    const { status, body } = await ask(`finding=${encodeURIComponent("x' OR '1'='1")}`);
    expect([status, body.rows]).toEqual([200, []]);
  });

  it('is a cursor of another release or another order', async () => {
    const { next } = (await ask('limit=10&order=finding')).body;
    expect((await ask(`limit=10&order=-finding&after=${next}`)).body.code).toBe('bad-cursor');
    const newer = await desk.published();
    expect((await ask(`limit=10&order=finding&after=${next}`)).body.code).toBe('bad-cursor');
    const pinned = await ask(`limit=10&order=finding&after=${next}&release=${asked.version}`);
    expect([pinned.status, pinned.body.release]).toEqual([200, asked.version]);
    expect((await ask('limit=1')).body.release).toBe(newer.version);
  });

  it('is a release, a dataset or a place that is not there', async () => {
    const addresses = [
      '/api/v1/datasets/riverton/none/rows',
      '/api/v1/datasets/nowhere/complaint-allegations/rows',
      desk.address(asked, '/rows?release=9.9.9'),
    ];
    for (const address of addresses)
      expect((await redress.request('GET', address)).body).toMatchObject({ status: 404, code: 'not-found' });
  });
});
