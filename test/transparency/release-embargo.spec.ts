import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { cityCharter } from '../support/generated-complaints.js';
import { fetched, shelfAddress } from '../support/read-shelf.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let former: Asked;
/** Built and approved with the others; published by a test or not at all. */
let waiting: Asked;
let other: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  former = await desk.published();
  waiting = await desk.approved();
  other = await desk.approved();
});
afterAll(() => redress.stop());

describe('a release under embargo', () => {
  const publish = ({ id }: Asked, publishAt: string) =>
    redress.request('POST', `/api/v1/releases/${id}/publication`, { as: desk.clerk.token, body: { publishAt } });
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const publicly = async (statement: string): Promise<number> => {
    const client = new pg.Client(connectionOptions(redress.database.connections.publicUrl));
    await client.connect();
    const { rows } = await client.query<{ count: number }>(statement).finally(() => client.end());
    return rows[0]!.count;
  };
  const rowsOf = ({ id }: Asked) => `SELECT count(*)::int AS count FROM published.rows_${id.replaceAll('-', '')}`;
  const releaseOf = ({ id }: Asked) => `SELECT count(*)::int AS count FROM published.release WHERE id = '${id}'`;

  it('is before nobody until its time, whatever they ask, and then before everybody; nothing overtakes it', async () => {
    const at = soon(2_500);
    const published = await publish(waiting, at);
    expect([published.status, published.body.publicFrom]).toEqual([201, at]);
    expect((await desk.show(waiting)).publicFrom).toBe(at);
    const { dataset, version } = waiting;
    for (const way of ['', '/data.csv', '/manifest.json', '/diff.json', '/data.parquet'])
      expect([way, (await fetched(redress, `/releases/riverton/${dataset}/${version}${way}`)).status]).toEqual([
        way,
        404,
      ]);
    const api = desk.address(waiting);
    for (const way of [`/rows?release=${version}`, `/rows.csv?release=${version}`, `/releases/${version}/data.csv`])
      expect([way, (await redress.request('GET', api + way)).status]).toEqual([way, 404]);
    const [{ id }] = (await redress.request('GET', '/api/views')).body;
    const lists = [
      '/',
      '/releases',
      '/releases/riverton',
      `/releases/riverton/${dataset}`,
      '/api/v1/datasets',
      api,
      '/api/views',
      '/api/catalog/v1',
      ...['/data.json', '/dcat-us-3.json', '/sitemap.xml', '/releases.atom'],
      ...['jsonld', 'releases.atom'].map((end) => `/datasets/riverton/${dataset}${end === 'jsonld' ? '.' : '/'}${end}`),
    ];
    for (const list of [...lists, `/api/views/${id}.json`]) {
      const { status, text } = await redress.request('GET', list);
      expect([list, status, text.includes(version)]).toEqual([list, 200, false]);
    }
    expect((await redress.request('GET', `${api}/rows`)).body.release).toBe(former.version);
    expect((await redress.request('GET', `/resource/${id}.json`)).headers['redress-release']).toBe(former.version);
    expect([await publicly(releaseOf(waiting)), await publicly(rowsOf(waiting))]).toEqual([0, 0]);
    expect(await publicly(rowsOf(former))).toBeGreaterThan(300);
    for (const early of [() => desk.publish(other), () => publish(other, soon(500))]) {
      const { status, body } = await early();
      expect([status, body.code]).toEqual([409, 'embargo-overtaken']);
    }
    const wait = Date.parse(at) - Date.now();
    expect(wait).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, wait + 50));
    expect((await fetched(redress, shelfAddress(waiting, 'data.csv'))).status).toBe(200);
    expect(await publicly(rowsOf(waiting))).toBeGreaterThan(300);
    const { body } = await redress.request('GET', api);
    expect([body.version, body.publishedAt.slice(0, 19)]).toEqual([version, at.slice(0, 19)]);
  }, 30_000);

  it('leaves no trace in public when it is withdrawn before its time', async () => {
    expect((await publish(other, soon(3_600_000))).status).toBe(201);
    const body = { reason: 'The board has decided otherwise meanwhile.' };
    const url = `/api/v1/releases/${other.id}/withdrawal`;
    expect((await redress.request('POST', url, { as: desk.clerk.token, body })).status).toBe(200);
    expect((await fetched(redress, shelfAddress(other, 'data.csv'))).status).toBe(404);
    expect((await fetched(redress, `/releases/riverton/${other.dataset}`)).bytes.toString()).not.toContain(
      other.version,
    );
    const { rows } = await redress.database.owner.query(
      'SELECT was_public FROM published.withdrawn_release WHERE id = $1',
      [other.id],
    );
    expect(rows).toEqual([{ was_public: false }]);
  });

  it.each([
    ['over', '2020-01-01T00:00:00Z', 'embargo-in-the-past'],
    ['too far', '2090-01-01T00:00:00Z', 'embargo-too-long'],
    ['without its zone', '2090-01-01T00:00:00', 'invalid'],
    ['no time', 'soon', 'invalid'],
  ])('is refused for a time that is %s', async (_, publishAt, code) => {
    const { status, body } = await publish(former, publishAt);
    expect([status, JSON.stringify(body).includes(code)]).toEqual([422, true]);
  });

  it('is what was decided: a row that says otherwise, or whose rows are open, is refused by the database', async () => {
    const columns =
      'id, jurisdiction, jurisdiction_name, dataset, version, title, published_at, row_count, file_sha256, file_bytes, manifest';
    const again = `INSERT INTO published.release (${columns}, embargoed_until) SELECT ${columns}, now() + interval '1 hour'
      FROM published.release WHERE id = '${former.id}'`;
    await expect(redress.database.owner.query(again)).rejects.toMatchObject({ code: 'RD052' });
    await redress.database.owner.query(
      "UPDATE redress.release SET public_from = published_at + interval '1 day' WHERE id = $1",
      [former.id],
    );
    const decided = again.replace("now() + interval '1 hour'", "published_at + interval '1 day'");
    await expect(redress.database.owner.query(decided)).rejects.toMatchObject({ code: 'RD052' });
  });
});
