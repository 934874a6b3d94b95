import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cell } from '../support/soql/published-table.js';
import { SoqlScene } from '../support/soql/soql-scene.js';

let scene: SoqlScene;
beforeAll(async () => (scene = await SoqlScene.open()), 120_000);
afterAll(() => scene.stop());

const get = (url: string, headers: Record<string, string> = {}) => scene.redress.request('GET', url, { headers });

describe('GET /resource/{id}', () => {
  it('answers as SODA does: types and fields in headers, numbers as texts, nothing for what is empty', async () => {
    const { status, headers, body } = await scene.ask({
      $select: '*, :id, count(*) as c',
      $group: 'race, upper, age, `order`, hurt, day, :id',
      $order: ':id',
      $limit: '1',
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-soda2-fields': '["race","upper","age","order","hurt","day",":id","c"]',
      'x-soda2-types': '["text","text","number","number","boolean","floating_timestamp","number","number"]',
      'access-control-allow-origin': '*',
      'redress-release': '1.0.0',
      'cache-control': 'public, max-age=60',
    });
    const [race, upper, age, order, hurt, day] = scene.rows[0]!;
    const cells = {
      race,
      upper,
      age: text(age!),
      order: text(order!),
      hurt,
      day: day === null ? null : `${String(day)}T00:00:00.000`,
    };
    const shown = Object.entries(cells).filter(([, cell]) => cell !== null);
    expect(body).toEqual([{ ...Object.fromEntries(shown), ':id': '1', c: '1' }]);
  });

  // ASVS 5.0: V4.1.1
  it('answers as CSV and as GeoJSON, and as JSON without being asked', async () => {
    const query = { $select: "race, age, '=1+1' as sum", $order: ':id', $limit: '5' };
    const csv = await scene.ask(query, 'csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, first] = csv.text.split('\n');
    expect(header).toBe('race,age,sum');
    // A link that somebody sends puts no formula into a spreadsheet.
    expect(first).toMatch(/,'=1\+1$/);
    const { headers, body } = await scene.ask(query, 'geojson');
    expect(headers['content-type']).toBe('application/vnd.geo+json; charset=utf-8');
    const json = await get(`/resource/${scene.id}?$limit=5&$select=race,age,'%3D1%2B1' as sum`);
    expect(JSON.parse(JSON.stringify(body)).features.map((each: { properties: object }) => each.properties)).toEqual(
      json.body,
    );
  });

  it('knows what a client has: by ETag, and by date where it has none', async () => {
    const { headers } = await scene.ask({ $where: 'age = 1' });
    const [etag, modified] = [String(headers['etag']), String(headers['last-modified'])];
    const ask = async (given: Record<string, string>) => (await scene.ask({ $where: 'age=1' }, 'json', given)).status;
    expect(await ask({ 'if-none-match': etag })).toBe(304);
    expect(await ask({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200);
    expect(await ask({ 'if-modified-since': modified })).toBe(304);
    expect(await ask({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(200);
    expect((await scene.ask({ $where: 'age = 2' })).headers['etag']).not.toBe(etag);
    const head = await scene.redress.app.inject({ method: 'HEAD', url: `/resource/${scene.id}.json` });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  it('filters by column alone, as links do', async () => {
    const count = async (given: Record<string, string | string[]>) => (await scene.ask(given)).body.length as number;
    const by = (fits: (row: (typeof scene.rows)[number]) => boolean) => scene.rows.filter(fits).length;
    expect(await count({ race: 'Black' })).toBe(by((row) => row[0] === 'Black'));
    expect(await count({ race: ['Black', 'white', ''] })).toBe(
      by((row) => ['Black', 'white', null].includes(row[0] as string)),
    );
    expect(await count({ HURT: 'true', $where: 'age > 0' })).toBe(by((row) => row[4] === true && Number(row[2]) > 0));
    expect(await count({ race: "x' OR '1'='1" })).toBe(0);
    expect((await scene.ask({ age: 'old' })).body).toMatchObject({ code: 'bad-value', errors: [{ path: '/age' }] });
  });

  it('lets a page elsewhere send its token along', async () => {
    const { statusCode, headers } = await scene.redress.app.inject({
      method: 'OPTIONS',
      url: `/resource/${scene.id}.json`,
    });
    expect(statusCode).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('X-App-Token');
    expect((await scene.ask({ $$app_token: 'abc', $limit: '1' })).status).toBe(200);
  });
});

describe('what is refused', () => {
  // ASVS 5.0: V4.3.1
  it('is told with its code, the place in the query and what was meant', async () => {
    const { status, headers, body } = await scene.ask({ $where: "hurt\nand rase = 'x'" });
    expect([status, headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
    expect(body).toMatchObject({
      error: true,
      code: 'unknown-column',
      message: 'There is no column of that name here. Did you mean `race`? (`$where`, character 10)',
      errors: [{ path: '/$where' }],
      data: { parameter: '$where', nearest: 'race', position: { row: 2, column: 5, line: "and rase = 'x'\n    ^" } },
    });
  });

  it.each([
    [{ $wher: 'x' }, 'unknown-parameter'],
    [{ colour: 'x' }, 'unknown-column'],
    [{ $limit: '50001' }, 'bad-limit'],
    [{ $limit: '-1' }, 'bad-limit'],
    [{ $offset: '1.5' }, 'bad-limit'],
    [{ $query: 'select *', $where: 'hurt' }, 'soql-mixed'],
    [{ $query: 'select *', race: 'x' }, 'soql-mixed'],
    [{ $select: ['race', 'age'] }, 'given-twice'],
    [{ $q: 'a b c d e f g h i j k' }, 'bad-value'],
    [{ $select: Array.from({ length: 101 }, () => 'race').join() }, 'soql-too-costly'],
    [{ $where: `age = ${'9'.repeat(30)}` }, null],
  ] as [Record<string, string | string[]>, string | null][])('%j', async (parameters, code) => {
    const { status, body } = await scene.ask(parameters);
    expect([status, body.code ?? null]).toEqual([code === null ? 200 : 400, code]);
  });

  it('is an id, a form or a release that is not there', async () => {
    const urls = [
      '/resource/aaaa-0000.json',
      `/resource/${scene.id}.xml`,
      '/resource/x.json',
      `/resource/${scene.id}.json?release=9.9.9`,
    ];
    for (const url of [...urls, '/api/views/aaaa-0000.json', '/api/views/metadata/v1/aaaa-0000'])
      expect((await get(url)).body).toMatchObject({ status: 404, code: 'not-found', error: true });
  });
});

describe('what there is', () => {
  it('is told as clients of SODA ask for it', async () => {
    const view = (await get(`/api/views/${scene.id}.json`)).body;
    expect(view).toMatchObject({ id: scene.id, name: 'Made-up things', attribution: 'City of Riverton' });
    expect(
      view.columns.map(({ fieldName, dataTypeName }: Record<string, string>) => [fieldName, dataTypeName]),
    ).toEqual([
      ...[
        ['race', 'text'],
        ['upper', 'text'],
        ['age', 'number'],
        ['order', 'number'],
      ],
      ...[
        ['hurt', 'checkbox'],
        ['day', 'calendar_date'],
      ],
    ]);
    expect((await get('/api/views')).body).toEqual([view]);
    const [metadata] = (await get('/api/views/metadata/v1')).body;
    expect(metadata).toMatchObject({ id: scene.id, dataUri: `/resource/${scene.id}` });
    expect((await get(`/api/views/metadata/v1/${scene.id}.json`)).body).toEqual(metadata);
  });

  it('is listed, found and paged in the catalogue', async () => {
    const all = await get('/api/catalog/v1?domains=localhost&search_context=localhost&limit=10');
    expect(all.body).toMatchObject({ resultSetSize: 1, results: [{ resource: { id: scene.id, type: 'dataset' } }] });
    const sizes = ['q=made-up', 'q=weather', `ids=${scene.id}`, 'ids=aaaa-0000', 'names=made-up things', 'offset=1'];
    const found = await Promise.all(
      sizes.map(async (query) => (await get(`/api/catalog/v1?${query}`)).body.results.length),
    );
    expect(found).toEqual([1, 0, 1, 0, 1, 0]);
    expect((await get('/api/catalog/v1?limit=x')).body.code).toBe('bad-limit');
  });
});

const text = (value: Cell): string | null => (value === null ? null : String(value));
