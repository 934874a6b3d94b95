import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cityCharter } from '../support/generated-complaints.js';
import { fetched, shelfAddress } from '../support/read-shelf.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  asked = await desk.published();
});
afterAll(() => redress.stop());

const get = (rest: string, headers: Record<string, string> = {}) =>
  redress.request('GET', desk.address(asked, rest), { headers });

describe('a release’s files', () => {
  it.each(['data.csv', 'manifest.json', 'dictionary.json', 'dictionary.csv'])(
    '%s has its SHA-256 as ETag and may be kept for good',
    async (name) => {
      const { status, headers, text } = await get(`/releases/1.0.0/${name}`);
      expect(status).toBe(200);
      expect(headers.etag).toBe(`"${createHash('sha256').update(text).digest('hex')}"`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text));
      expect(headers['content-type']).toMatch(name.endsWith('csv') ? /^text\/csv/ : /^application\/json/);
    },
  );

  it('are not sent again to whoever has them', async () => {
    const { headers } = await get('/releases/1.0.0/data.csv');
    const again = await get('/releases/1.0.0/data.csv', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await get('/releases/1.0.0/data.csv', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answer HEAD with their size alone', async () => {
    const whole = await get('/releases/1.0.0/data.csv');
    const head = await redress.app.inject({ method: 'HEAD', url: desk.address(asked, '/releases/1.0.0/data.csv') });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(whole.text));
  });

  // ASVS 5.0: V5.3.3, V13.4.7
  it.each(['passwords', '..%2f..%2fmaster.key', '.data.csv', 'toString', 'data.csv%00'])(
    'are these four and no others: %s',
    async (name) => {
      expect([400, 404]).toContain((await get(`/releases/1.0.0/${name}`)).status);
    },
  );
});

describe('the address of a file', () => {
  it('gives parts, and the whole where a part is not meant or does not fit what the reader has', async () => {
    const whole = await fetched(redress, shelfAddress(asked, 'data.csv'));
    const size = whole.bytes.length;
    const ask = (range: string, headers: Record<string, string> = {}) =>
      fetched(redress, shelfAddress(asked, 'data.csv'), { range, ...headers });
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=100-', 100, size],
      ['bytes=-20', size - 20, size],
      [`bytes=${size - 1}-${size + 50}`, size - 1, size],
    ] as const) {
      const { status, headers, bytes } = await ask(range);
      expect([range, status, headers['content-range']]).toEqual([range, 206, `bytes ${from}-${to - 1}/${size}`]);
      expect(bytes.equals(whole.bytes.subarray(from, to))).toBe(true);
      expect(Number(headers['content-length'])).toBe(to - from);
    }
    const past = await ask(`bytes=${size}-`);
    expect([past.status, past.headers['content-range'], past.headers['cache-control']]).toEqual([
      416,
      `bytes */${size}`,
      'no-store',
    ]);
    const etag = String(whole.headers.etag);
    expect((await ask('bytes=0-9', { 'if-range': etag })).status).toBe(206);
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).bytes.length).toBe(size);
    expect((await ask('bytes=0-9', { 'if-none-match': etag })).status).toBe(304);
    for (const none of ['bytes=9-3', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-'])
      expect([none, (await ask(none)).status]).toEqual([none, 200]);
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answers HEAD with the size, also when a part is asked for', async () => {
    const url = shelfAddress(asked, 'data.xlsx');
    const { statusCode, headers, rawPayload } = await redress.app.inject({
      method: 'HEAD',
      url,
      headers: { range: 'bytes=0-1' },
    });
    expect([statusCode, rawPayload.length, Number(headers['content-length'])]).toEqual([
      200,
      0,
      (await fetched(redress, url)).bytes.length,
    ]);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });

  it('leads from the newest to its own address, and is the same file as under the older one', async () => {
    const latest = await fetched(redress, `/releases/riverton/${asked.dataset}/latest/data.csv`);
    expect([latest.status, latest.headers.location]).toEqual([
      302,
      expect.stringMatching(/^\/releases\/riverton\/complaint-allegations\/1\.0\.\d+\/data\.csv$/),
    ]);
    expect((await fetched(redress, `/releases/riverton/${asked.dataset}/latest`)).status).toBe(302);
    const old = await fetched(redress, desk.address(asked, `/releases/${asked.version}/data.parquet`));
    expect(old.bytes.equals((await fetched(redress, shelfAddress(asked, 'data.parquet'))).bytes)).toBe(true);
  });

  it.each(['passwords', '..%2f..%2fmaster.key', '.data.csv', 'toString', 'data.csv%00'])(
    'is of the listed files alone: %s',
    async (name) => {
      expect([400, 404]).toContain((await fetched(redress, shelfAddress(asked, name))).status);
    },
  );

  it('has directories above it: pages for people, JSON for programs', async () => {
    const ways = ['/releases', '/releases/riverton', `/releases/riverton/${asked.dataset}`, shelfAddress(asked)];
    const page = { accept: 'text/html,*/*;q=0.8' };
    for (const way of ways) {
      const [forPeople, forPrograms] = [await fetched(redress, way, page), await fetched(redress, way)];
      expect([way, forPeople.status, forPrograms.status]).toEqual([way, 200, 200]);
      expect(forPeople.headers['vary']).toBe('Accept, Accept-Encoding');
      expect(forPeople.bytes.toString()).toContain('<table>');
      const json = JSON.parse(forPrograms.bytes.toString()) as Record<string, { self: string }[]>;
      for (const { self } of json['files'] ?? json['releases'] ?? json['datasets'] ?? [])
        expect([self, (await fetched(redress, self)).status]).toEqual([self, 200]);
    }
    expect((await fetched(redress, '/releases/nowhere', page)).status).toBe(404);
    expect((await fetched(redress, shelfAddress(asked), page)).bytes.toString()).toContain('Apache Parquet');
  });
});

describe('a dataset', () => {
  it('is in the list, with what one row is', async () => {
    const { body } = await redress.request('GET', '/api/v1/datasets');
    expect(body.datasets).toEqual([
      expect.objectContaining({
        jurisdiction: 'riverton',
        dataset: 'complaint-allegations',
        version: '1.0.0',
        self: desk.address(asked),
      }),
    ]);
    expect(body.datasets[0].oneRow).toContain('one allegation against one officer in one complaint');
  });

  it('says what its columns hold, how coarse they are, and what was left out', async () => {
    const { body } = await get('');
    expect(body.k).toBe(11);
    expect(body.columns.map((column: { name: string }) => column.name)).toContain('complainant_race');
    expect(body.columns.every((column: { description: string }) => column.description.length > 20)).toBe(true);
    expect(body.columns.find((column: { name: string }) => column.name === 'incident_period').shownAs).not.toBe(
      'month',
    );
    expect(body.releases).toEqual([
      expect.objectContaining({ version: '1.0.0', rows: body.rows, files: desk.address(asked, '/releases/1.0.0') }),
    ]);
    expect(body.suppressed).toHaveProperty('shareOfUnits');
  });

  it('and its rows answer 304 as long as they are the same, and change with the next release', async () => {
    const [dataset, rows] = [await get(''), await get('/rows?limit=2')];
    expect(rows.headers['cache-control']).toBe('public, max-age=60');
    expect((await get('/rows?limit=2&release=1.0.0')).headers['cache-control']).toContain('immutable');
    expect((await get('', { 'if-none-match': String(dataset.headers.etag) })).status).toBe(304);
    expect((await get('/rows?limit=2', { 'if-none-match': `"x", W/${String(rows.headers.etag)}` })).status).toBe(304);
    expect((await get('/rows?limit=3', { 'if-none-match': String(rows.headers.etag) })).status).toBe(200);
    await desk.published();
    expect((await get('/rows?limit=2', { 'if-none-match': String(rows.headers.etag) })).status).toBe(200);
  });

  // ASVS 5.0: V3.4.2
  it('is sent whole as the file that was released, and said to be there', async () => {
    const { text } = await get('/releases/1.0.0/data.csv');
    const whole = await get('/rows.csv?release=1.0.0');
    expect(whole.text).toBe(text);
    expect((await get('/rows.csv?release=1.0.0', { 'if-none-match': String(whole.headers.etag) })).status).toBe(304);
    const head = { method: 'HEAD', url: desk.address(asked, '/rows.csv?release=1.0.0') } as const;
    const { statusCode, body } = await redress.app.inject(head);
    expect([statusCode, body]).toEqual([200, '']);
  });

  it('says no to pages of other hosts as openly as yes, and keeps no error', async () => {
    const { headers, status } = await get('/rows?nothing=1');
    expect(status).toBe(400);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('no-store');
  });
});
