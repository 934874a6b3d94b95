import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import soda from 'soda-js';
import { SodaClient } from '../support/soql/soda-client.js';
import { SoqlScene } from '../support/soql/soql-scene.js';

let scene: SoqlScene;
let client: SodaClient;
beforeAll(async () => {
  scene = await SoqlScene.open();
  await scene.redress.app.listen(0, '127.0.0.1');
  const { port } = scene.redress.app.getHttpServer().address() as AddressInfo;
  client = new SodaClient(port, scene.id);
});
afterAll(() => scene.stop());

/** A column of the rows that were published. */
const cells = (at: number) => scene.rows.map((row) => row[at] ?? null);

describe('soda-js', () => {
  it('reads every row, with its types', async () => {
    const rows = await client.rows((query) => query);
    expect(rows.map(({ race }) => race ?? null)).toEqual(cells(0));
    expect(rows.map(({ age }) => (age === undefined ? null : Number(age)))).toEqual(cells(2));
    expect(rows.map(({ hurt }) => hurt ?? null)).toEqual(cells(4));
    expect(rows.map(({ day }) => (day === undefined ? null : String(day).slice(0, 10)))).toEqual(cells(5));
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
