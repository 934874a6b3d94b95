import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cityCharter } from '../support/generated-complaints.js';
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
  it('says no to pages of other hosts as openly as yes, and keeps no error', async () => {
    const { headers, status } = await get('/rows?nothing=1');
    expect(status).toBe(400);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('no-store');
  });
});
