import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { asScriptText } from '../../src/transparency/published/catalogue/schema-org.js';
import { CatalogueScene } from '../support/catalogue-scene.js';
import { childrenOf, readXml, type XmlNode } from '../support/read-xml.js';
import { takeBack } from '../support/soql/published-table.js';

let scene: CatalogueScene;
beforeAll(async () => (scene = await CatalogueScene.open()));
afterAll(() => scene.stop());

const ORIGIN = 'http://localhost:3000';
const textOf = (node: XmlNode, name: string): string | undefined => childrenOf(node, name)[0]?.text;
const feedOf = async (url: string): Promise<XmlNode> => readXml((await scene.get(url)).text);
const told = (feed: XmlNode): [string, string][] =>
  childrenOf(feed, 'entry').map((entry) => [
    childrenOf(entry, 'category')[0]!.attributes['term']!,
    textOf(entry, 'title')!.split(', ').at(-1)!,
  ]);

describe('the feed of releases', () => {
  it('is Atom: every part that RFC 4287 asks for, newest first', async () => {
    const { headers, text } = await scene.get('/releases.atom');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = readXml(text);
    expect(feed.name).toBe('{http://www.w3.org/2005/Atom}feed');
    expect(childrenOf(feed, 'link')[0]?.attributes).toMatchObject({ rel: 'self', href: `${ORIGIN}/releases.atom` });
    const entries = childrenOf(feed, 'entry');
    for (const part of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(childrenOf(part, name)).toHaveLength(1);
      expect(textOf(part, 'id')).toMatch(/^(urn:uuid:|http)/);
      expect(new Date(textOf(part, 'updated')!).getTime()).not.toBeNaN();
    }
    for (const entry of entries) {
      expect(textOf(childrenOf(entry, 'author')[0]!, 'name')).toMatch(/^City of/);
      expect(childrenOf(entry, 'link').map(({ attributes }) => attributes['rel'])).toEqual(['alternate', 'enclosure']);
    }
    const at = entries.map((entry) => textOf(entry, 'updated')!);
    expect(at).toEqual(at.toSorted().reverse());
    expect(textOf(feed, 'updated')).toBe(at[0]);
    expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(3);
  });

  it('tells of a withdrawal with its reason, and of what comes in its place, in words that break nothing', async () => {
    const reason = 'A column was "too fine" <script>alert(1)</script> & more \u0001';
    await scene.publish('riverton', '1.0.0', 'short-lived');
    await scene.publish('riverton', '1.1.0', 'short-lived');
    await takeBack(scene.redress.database.owner, { dataset: 'short-lived', version: '1.1.0', reason });
    await scene.publish('riverton', '1.2.0', 'short-lived');
    const feed = await feedOf('/datasets/riverton/short-lived/releases.atom');
    expect(told(feed)).toEqual([
      ['correction', '1.2.0'],
      ['withdrawal', '1.1.0'],
      ['release', '1.0.0'],
    ]);
    const [correction, withdrawal] = childrenOf(feed, 'entry');
    expect(textOf(withdrawal!, 'summary')).toContain(reason.replace('\u0001', '\ufffd'));
    expect(textOf(correction!, 'summary')).toContain('It stands in the place of 1.1.0, which was withdrawn: A column');
    const links = childrenOf(withdrawal!, 'link').map(({ attributes }) => attributes['rel']);
    expect(links).toEqual(['alternate']);
  });

  it('is there by place and by dataset, empty where nothing came out yet, and nowhere else', async () => {
    expect(told(await feedOf('/datasets/lakeside/releases.atom'))).toEqual([
      ['release', '1.1.0'],
      ['release', '1.0.0'],
    ]);
    expect(told(await feedOf('/datasets/lakeside/made-up/releases.atom'))).toHaveLength(2);
    await scene.redress.elsewhere('hilltop', genericCharter);
    expect(told(await feedOf('/datasets/hilltop/releases.atom'))).toEqual([]);
    for (const url of ['/datasets/nowhere/releases.atom', '/datasets/riverton/nothing/releases.atom'])
      expect((await scene.get(url)).status).toBe(404);
  });
});

describe('search engines', () => {
  it('find each page for people in the sitemap: every kind that is served, and each of them is there', async () => {
    await scene.postPages();
    const { headers, text } = await scene.get('/sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    const urlset = readXml(text);
    expect(urlset.name).toBe('{http://www.sitemaps.org/schemas/sitemap/0.9}urlset');
    const urls = childrenOf(urlset, 'url');
    // sitemaps.org: one loc each, whole and of this host, under 2,048 letters; lastmod a W3C date; 50,000 at most, 50 MB at most.
    for (const url of urls) {
      expect(url.children.map(({ name }) => name.split('}')[1])).toEqual(
        childrenOf(url, 'lastmod').length > 0 ? ['loc', 'lastmod'] : ['loc'],
      );
      expect(textOf(url, 'loc')).toMatch(/^http:\/\/localhost:3000\/.{0,2000}$/);
      expect(textOf(url, 'lastmod') ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d(T[\d:]+Z)?$/);
    }
    const paths = urls.map((url) => textOf(url, 'loc')!.slice(ORIGIN.length));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of ['/', '/docs', '/meetings/riverton', '/reports/riverton', '/department-reporting/riverton'])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /^\/(meetings|recommendations)\/riverton\/./.test(path))).toHaveLength(2);
    const server = scene.redress.app.getHttpAdapter().getInstance();
    for (const [route, path] of [
      ['/datasets/:jurisdiction/:dataset', '/datasets/lakeside/made-up'],
      ['/boards/:jurisdiction', '/boards/lakeside'],
      ['/charter/:jurisdiction', '/charter/lakeside'],
    ] as const)
      expect([path, paths.includes(path)]).toEqual([path, server.hasRoute({ method: 'GET', url: route })]);
    for (const path of paths) expect([path, (await scene.get(path)).status]).toEqual([path, 200]);
  });

  it('are told by robots.txt where the sitemap is, and that questions have no end', async () => {
    const { headers, text } = await scene.get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain(`\nSitemap: ${ORIGIN}/sitemap.xml\n`);
    expect(text).toContain('\nDisallow: /resource/\n');
  });

  it('read a dataset as schema.org has it', async () => {
    const { headers, body } = await scene.get('/datasets/lakeside/made-up.jsonld');
    expect(headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(body).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      name: 'Made-up things: City of Lakeside',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      creator: { contactPoint: { email: 'data@lakeside.example.gov' } },
      version: '1.1.0',
      isAccessibleForFree: true,
    });
    expect(body.variableMeasured.map(({ name }: { name: string }) => name)).toContain('race');
    expect(body.distribution[0]).toMatchObject({ encodingFormat: 'text/csv', contentSize: '100 B' });
    // Search engines for datasets want 50 to 5,000 letters.
    expect(body.description.length).toBeGreaterThanOrEqual(50);
    expect((await scene.get('/datasets/lakeside/nothing.jsonld')).status).toBe(404);
    await scene.publish('lakeside', '1.0.0', 'gone');
    await takeBack(scene.redress.database.owner, { dataset: 'gone', reason: 'Wrong.' });
    expect((await scene.get('/datasets/lakeside/gone.jsonld')).body).toMatchObject({ code: 'release-withdrawn' });
  });

  it('get it inside a page as text that cannot end its element', () => {
    const text = asScriptText({ name: '</script><!-- & \u2028' });
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual({ name: '</script><!-- & \u2028' });
  });
});

describe.each([
  '/data.json',
  '/dcat-us-3.json',
  '/datasets/riverton/made-up.jsonld',
  '/releases.atom',
  '/datasets/riverton/releases.atom',
  '/datasets/riverton/made-up/releases.atom',
  '/robots.txt',
  '/sitemap.xml',
])('%s', (url) => {
  it('is open to all pages, sent once to whoever keeps it, and answers HEAD', async () => {
    const { status, headers, text } = await scene.get(url);
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(headers['cache-control']).toBe('public, max-age=60');
    const again = await scene.get(url, { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', headers['etag']]);
    const head = await scene.redress.app.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', headers['etag']]);
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(text));
  });

  it('takes its addresses from the settings, whatever a caller says of the host', async () => {
    const { text } = await scene.get(url);
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const again = await scene.get(url, forged);
    expect(again.text).toBe(text);
    expect(again.text).not.toContain('evil');
  });
});
