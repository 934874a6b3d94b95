import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import soda from 'soda-js';
import { PublicAddress } from '../../src/platform/public-address.js';
import { datasetId } from '../../src/transparency/published/soda/dataset-id.js';
import { publishTable, rowsOf, tableName } from '../support/soql/published-table.js';
import { ClientHabits } from '../support/soql/client-habits.js';
import { SodaClient } from '../support/soql/soda-client.js';
import { SoqlScene } from '../support/soql/soql-scene.js';

let scene: SoqlScene;
let client: SodaClient;
let habits: ClientHabits;
beforeAll(async () => {
  scene = await SoqlScene.open();
  await scene.redress.app.listen(0, '127.0.0.1');
  const { port } = scene.redress.app.getHttpServer().address() as AddressInfo;
  client = new SodaClient(port, scene.id);
  scene.redress.app.get(PublicAddress).listensOn(port);
  habits = new ClientHabits(`http://127.0.0.1:${port}`);
}, 120_000);
afterAll(() => scene.stop());

/** A column of the rows that were published. */
const cells = (at: number) => scene.rows.map((row) => row[at] ?? null);

describe('soda-js', () => {
  it('reads every row, with its types', async () => {
    const rows = await client.rows((query) => query);
    expect(rows.map(({ race }) => race ?? null)).toEqual(cells(0));
    expect(rows.map(({ age }) => (age === undefined ? null : Number(age)))).toEqual(cells(2));
    expect(rows.map(({ hurt }) => hurt ?? null)).toEqual(cells(4));
    expect(rows.map(({ day }) => (day === undefined ? null : (day as string).slice(0, 10)))).toEqual(cells(5));
  });

  it('filters: by objects, by words, by its expressions', async () => {
    const wanted = scene.rows.filter((row) => row[0] === 'Black' && Number(row[2]) >= 1 && row[2] !== null).length;
    expect(wanted).toBeGreaterThan(0);
    const asked = [
      await client.rows((query) => query.where({ race: 'Black' }, 'age >= 1')),
      await client.rows((query) => query.where(soda.expr.and(soda.expr.eq('race', 'Black'), soda.expr.gte('age', 1)))),
      await client.rows((query) => query.soql("select * where race = 'Black' and age >= 1 limit 50000")),
    ];
    expect(asked.map(({ length }) => length)).toEqual([wanted, wanted, wanted]);
  });

  it('groups, and orders groups by their count', async () => {
    const rows = await client.rows((query) =>
      query
        .select('race', 'count(*)')
        .where('race is not null')
        .group('race')
        .having('count(*) > 1')
        .order('count desc'),
    );
    const counts = Map.groupBy(
      cells(0).filter((race) => race !== null),
      (race) => race,
    );
    const wanted = [...counts]
      .filter(([, { length }]) => length > 1)
      .map(([race, { length }]) => [race, String(length)]);
    expect(new Map(rows.map(({ race, count }) => [race, count]))).toEqual(new Map(wanted as [string, string][]));
    const figures = rows.map(({ count }) => Number(count));
    expect(figures).toEqual(figures.toSorted((one, other) => other - one));
  });

  it.each([[], ['race'], ['hurt desc'], ['age', 'race desc']])(
    'pages to the end with every row exactly once, in the order %s',
    async (...order: string[]) => {
      const rows = await client.everything((query) => query.select(':id', '*').order(...order), 7);
      const ids = rows.map((row) => Number(row[':id']));
      expect(ids.toSorted((one, other) => one - other)).toEqual(scene.rows.map((_, at) => at + 1));
    },
  );

  it('is told what is wrong, where, and what was meant', async () => {
    const failure = client.rows((query) => query.where("rase = 'x'"));
    await expect(failure).rejects.toThrow(/"message":"There is no column of that name here. Did you mean `race`/);
  });
});

describe('what reporters’ clients send', () => {
  it('RSocrata: lists the datasets, and reads one by its identifier, every row once and in its types', async () => {
    const [listed] = await habits.lsSocrata();
    expect(listed).toMatchObject({ title: 'Made-up things: City of Riverton', theme: 'Public Safety' });
    expect([listed!.issued, listed!.modified].map((day) => day.getTime())).not.toContain(NaN);
    const { rows, types } = await habits.readSocrata(listed!.identifier);
    expect(rows).toHaveLength(scene.rows.length);
    expect(types).toMatchObject({ race: 'text', age: 'number', hurt: 'boolean', day: 'floating_timestamp' });
  });

  it('sodapy: finds the dataset, gets all of it, and prints what it did wrong', async () => {
    const [found] = await habits.sodapyDatasets();
    expect(found.resource).toMatchObject({ id: scene.id, name: 'Made-up things' });
    const rows = await habits.sodapyGetAll(scene.id, { $select: ':id', $limit: '7' });
    expect(rows.map((row) => Number(row[':id']))).toEqual(scene.rows.map((_, at) => at + 1));
    await expect(habits.sodapyGet(scene.id, { $where: "rase = 'x'" })).rejects.toThrow('Did you mean `race`?');
  });

  it('openpolicedata: asks what a date is, counts a year and loads it', async () => {
    const wanted = cells(5).filter((day) => String(day).startsWith('2022')).length;
    expect(wanted).toBeGreaterThan(0);
    const { count, rows } = await habits.openPoliceData(scene.id, 'day', 2022);
    expect([count, rows.length]).toEqual([wanted, wanted]);
    // Periods are published as texts: `2022`. Which there are stands in the manifest.
    const values = ['2021', '2022', '*'];
    const { owner } = scene.redress.database;
    const { slug: jurisdiction } = scene.redress.jurisdiction;
    const columns = [{ name: 'period', type: 'text' as const, values }];
    const table = { jurisdiction, dataset: 'periods', version: '1.0.0', columns };
    await publishTable(owner, table, rowsOf(owner, [['2021'], ['2022'], ['2022'], ['*'], [null]]));
    const id = datasetId(jurisdiction, 'periods');
    expect((await habits.openPoliceData(id, 'period', 2022)).rows).toHaveLength(2);
  });
});

describe('paging', () => {
  it('stays on one release by its links, while a new one is published and becomes the newest', async () => {
    const newer = scene.rows.slice(0, 30).reverse();
    const ids: number[] = [];
    let url: string | null = `/resource/${scene.id}.json?$select=:id,race&$order=hurt desc&$limit=7`;
    for (let page = 0; url !== null; page++) {
      const { headers, body } = await scene.redress.request('GET', url);
      ids.push(...body.map((row: Record<string, string>) => Number(row[':id'])));
      expect(headers['redress-release']).toBe('1.0.0');
      if (page === 2) await scene.publish('2.0.0', newer);
      url = /^<(.+)>; rel="next"$/.exec(String(headers['link']))?.[1] ?? null;
    }
    expect(ids.toSorted((one, other) => one - other)).toEqual(scene.rows.map((_, at) => at + 1));
    await until(async () => (await newest())[0] === '2.0.0');
    expect((await newest())[1]).toBe(newer.length);
    const pinned = await scene.ask({ release: '1.0.0', $select: 'count(*)' });
    expect(pinned.body).toEqual([{ count: String(scene.rows.length) }]);
    expect(pinned.headers['cache-control']).toContain('immutable');
  });

  it('ends with the reason when a release is withdrawn', async () => {
    const { slug } = scene.redress.jurisdiction;
    const id = datasetId(slug, 'short-lived');
    await scene.publish('1.0.0', scene.rows.slice(0, 3), { dataset: 'short-lived' });
    const page = `/resource/${id}.json?$limit=1`;
    const { headers } = await scene.redress.request('GET', page);
    const known = { 'if-none-match': String(headers['etag']) };
    // Asked so often that the database is not asked any more.
    for (let time = 0; time < 3; time++) expect((await scene.redress.request('GET', page)).status).toBe(200);
    expect((await scene.redress.request('GET', page, { headers: known })).status).toBe(304);
    await withdraw('short-lived', 'A column was not coarse enough.');
    await until(async () => (await scene.redress.request('GET', page)).status === 410);
    const { status, body } = await scene.redress.request('GET', page, { headers: known });
    expect([status, body.code]).toEqual([410, 'release-withdrawn']);
    expect(body.message).toContain('A column was not coarse enough.');
    expect((await scene.redress.request('GET', `/api/views/${id}.json`)).status).toBe(404);
  });

  it('is one server for many datasets: each by its own id', async () => {
    await scene.publish('1.0.0', scene.rows.slice(0, 3), { dataset: 'other' });
    const { body } = await scene.redress.request('GET', '/api/catalog/v1');
    const ids = body.results.map(({ resource }: { resource: { id: string } }) => resource.id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}$/);
    const other = datasetId(scene.redress.jurisdiction.slug, 'other');
    expect((await scene.redress.request('GET', `/resource/${other}.json`)).body).toHaveLength(3);
  });
});

/** Every server is told at the commit; the word has to come through. */
async function until(happened: () => Promise<boolean> | boolean, milliseconds = 5_000): Promise<void> {
  for (const end = performance.now() + milliseconds; !(await happened());) {
    if (performance.now() > end) throw new Error(`It did not happen within ${milliseconds} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function newest(): Promise<[unknown, number]> {
  const { headers, body } = await scene.ask({ $limit: '1000' });
  return [headers['redress-release'], body.length];
}

/** What a withdrawal leaves: a tombstone, and neither rows nor release. */
async function withdraw(dataset: string, reason: string): Promise<void> {
  const { owner } = scene.redress.database;
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO published.withdrawn_release (id, jurisdiction, dataset, version, title, published_at, withdrawn_at, reason)
     SELECT id, jurisdiction, dataset, version, title, published_at, now(), $2 FROM published.release WHERE dataset = $1
     RETURNING id`,
    [dataset, reason],
  );
  await owner.query('DELETE FROM published.release WHERE dataset = $1', [dataset]);
  await owner.query(`DROP TABLE ${tableName(rows[0]!.id)}`);
}
