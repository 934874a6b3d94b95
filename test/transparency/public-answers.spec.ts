import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { PublishedNews } from '../../src/platform/postgres/published-news.js';
import { ReleaseCubes } from '../../src/transparency/published/release-cubes.js';
import { DatasetFinder } from '../../src/transparency/published/soda/dataset-finder.js';
import { readQuestion } from '../../src/transparency/published/soda/soda-question.js';
import { coveringCube } from '../../src/transparency/published/soql/source.js';
import { Chance } from '../support/soql/chance.js';
import { MADE_UP_COLUMNS } from '../support/soql/made-up-table.js';
import { PrintedQuery } from '../support/soql/printed-query.js';
import { randomQuery } from '../support/soql/random-query.js';
import { SoqlScene } from '../support/soql/soql-scene.js';

let scene: SoqlScene;
beforeAll(async () => (scene = await SoqlScene.open()), 120_000);
afterAll(() => scene.stop());

describe('a dataset under its own name', () => {
  const get = (rest: string, headers: Record<string, string> = {}) =>
    scene.redress.request('GET', `/api/v1/datasets/${scene.redress.jurisdiction.slug}/${scene.dataset}${rest}`, {
      headers,
    });

  it('has rows as CSV for who would rather have it, and in no other form', async () => {
    const headers = { accept: 'application/json;q=0.5, text/csv' };
    const csv = await get('/rows?race=Black', headers);
    expect([csv.headers['content-type'], csv.headers['vary']]).toEqual(['text/csv; charset=utf-8', 'accept']);
    expect(csv.text).toBe((await get('/rows.csv?race=Black')).text);
    expect((await get('/rows?race=Black&format=csv')).text).toBe(csv.text);
    const json = await get('/rows?limit=1&format=json', headers);
    expect(json.body.rows).toHaveLength(1);
    expect((await get('/rows?format=xml')).body).toMatchObject({ code: 'bad-value', errors: [{ path: '/format' }] });
  });

  it('has its schema, its dictionary and its releases apart', async () => {
    const body = async (rest: string) => (await get(rest)).body;
    const whole = await body('');
    const names = whole.columns.map(({ name }: { name: string }) => name);
    expect((await body('/schema')).fields.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(await body('/dictionary')).toMatchObject({ oneRow: whole.oneRow, columns: whole.columns });
    expect(await body('/releases')).toMatchObject({ releases: whole.releases, withdrawn: [] });
    expect((await body('/schema?release=9.9.9')).code).toBe('not-found');
  });
});

describe('figures from cubes', () => {
  /** Random questions that a cube can answer, asked of the cube and of the rows. */
  async function compared(count: number, seed: number): Promise<{ asked: number; different: string[] }> {
    const { app } = scene.redress;
    const cubes = app.get(ReleaseCubes);
    const release = await app.get(DatasetFinder).find(scene.id, null);
    const chance = new Chance(seed);
    const different: string[] = [];
    let asked = 0;
    while (asked < count) {
      const random = randomQuery(chance, MADE_UP_COLUMNS);
      const parameters = new PrintedQuery(chance).parameters(random);
      if (coveringCube(readQuestion(parameters, release), await cubes.of(release)) === null) continue;
      asked++;
      const fromCube = await scene.ask(parameters);
      const of = cubes.of.bind(cubes);
      cubes.of = () => Promise.resolve([]);
      const fromRows = await scene.ask(parameters);
      cubes.of = of;
      if (fromCube.status !== fromRows.status || fromCube.text !== fromRows.text)
        different.push(
          `${JSON.stringify(parameters)}: ${fromCube.text.slice(0, 300)} not ${fromRows.text.slice(0, 300)}`,
        );
    }
    return { asked, different };
  }

  it('are those of the rows, whatever is asked', async () => {
    expect((await compared(150, 4)).different).toEqual([]);
  });

  it('would be found out if one count were another (planted)', async () => {
    const { owner } = scene.redress.database;
    const { rows } = await owner.query<{ table_name: string }>('SELECT table_name FROM published.cube');
    const change = (by: number) =>
      Promise.all(
        rows.map(({ table_name }) => owner.query(`UPDATE published.${table_name} SET _rows = _rows + ${by}`)),
      );
    await change(1);
    expect((await compared(20, 11)).different.length).toBeGreaterThan(0);
    await change(-1);
  });

  it('go with their release, and nobody else makes or drops any', async () => {
    const { owner, connections } = scene.redress.database;
    const { id } = await scene.publish('1.0.0', scene.rows, { dataset: 'taken-back' });
    const cubes = async () =>
      (await owner.query(`SELECT FROM pg_tables WHERE tablename LIKE 'cube_' || replace($1, '-', '') || '%'`, [id]))
        .rowCount;
    expect(await cubes()).toBeGreaterThan(0);
    const reader = new pg.Client(connectionOptions(connections.publicUrl));
    await reader.connect();
    for (const attempt of [
      "SELECT published.build_cubes(gen_random_uuid(), '{race}', 9)",
      'DELETE FROM published.cube',
    ])
      await expect(reader.query(attempt)).rejects.toMatchObject({ code: '42501' });
    await reader.end();
    await owner.query(
      `INSERT INTO published.withdrawn_release (id, jurisdiction, dataset, version, title, published_at,
        withdrawn_at, reason)
      SELECT id, jurisdiction, dataset, version, title, published_at, now(), 'x' FROM published.release WHERE id = $1`,
      [id],
    );
    await owner.query('DELETE FROM published.release WHERE id = $1', [id]);
    expect(await cubes()).toBe(0);
  });

  it('stand beside rows that are numbered without a gap: a release that is not is not shown', async () => {
    const { owner } = scene.redress.database;
    const withGap = scene.publish('9.0.0', scene.rows, { dataset: 'gap' }).then(() => null);
    await expect(withGap).resolves.toBeNull();
    const insert = `INSERT INTO published.release SELECT (jsonb_populate_record(r, jsonb_build_object('version', '9.0.1',
      'row_count', r.row_count + 1))).* FROM published.release r WHERE dataset = 'gap'`;
    const triggers = async (verb: string) => {
      for (const name of ['refuse_unapproved', 'refuse_loose_embargo'])
        await owner.query(`ALTER TABLE published.release ${verb} TRIGGER ${name}`);
    };
    await triggers('DISABLE');
    await expect(owner.query(insert)).rejects.toMatchObject({ code: 'RD004' });
    await triggers('ENABLE');
  });
});

describe('what a server remembers', () => {
  let news: PublishedNews;
  beforeAll(async () => {
    news = new PublishedNews(scene.redress.database.connections.publicUrl);
    await until(() => news.mark !== null);
  });
  afterAll(() => news.onApplicationShutdown());

  it('is forgotten when anything is published, wherever that was', async () => {
    const { mark } = news;
    await scene.publish('1.0.0', scene.rows.slice(0, 2), { dataset: 'news' });
    await until(() => news.mark !== null && news.mark !== mark);
  });

  it('is forgotten when an embargo ends, though nothing is written then', async () => {
    const publishedAt = new Date(Date.now() + 1_500);
    const { mark: before } = news;
    await scene.publish('1.0.0', scene.rows.slice(0, 2), { dataset: 'embargoed', publishedAt });
    await until(() => news.mark !== null && news.mark !== before);
    const { mark } = news;
    await until(() => news.mark !== mark);
    expect(Date.now()).toBeGreaterThanOrEqual(publishedAt.getTime() - 20);
    await until(() => news.mark !== null);
    expect(news.mark).not.toBe(mark);
  });

  it('is nothing while the line to the database is cut, and begins anew', async () => {
    const { mark } = news;
    await scene.redress.database.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'redress-public-news'",
    );
    await until(() => news.mark !== mark);
    await until(() => news.mark !== null, 5_000);
    expect(news.mark).not.toBe(mark);
  });
});

/** Every server is told at the commit; the word has to come through. */
async function until(happened: () => Promise<boolean> | boolean, milliseconds = 5_000): Promise<void> {
  for (const end = performance.now() + milliseconds; !(await happened());) {
    if (performance.now() > end) throw new Error(`It did not happen within ${milliseconds} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
