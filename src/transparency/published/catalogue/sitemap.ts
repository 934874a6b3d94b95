import type { PublicPage } from './public-pages.reader.js';
import { momentOf } from './said-of-dataset.js';
import { element, xmlDocument } from './xml.js';

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** By sitemaps.org 0.9. @param origin our own address, without a slash at its end */
export function sitemap(origin: string, pages: readonly PublicPage[]): string {
  const urls = pages.map(({ path, changedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, `${origin}${path}`),
      ...(changedAt === null ? [] : [element('lastmod', {}, momentOf(changedAt))]),
    ),
  );
  return xmlDocument(element('urlset', { xmlns: SITEMAPS }, ...urls));
}
