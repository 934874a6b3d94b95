import { v5 } from 'uuid';
import { fileOf, pageOf } from './addresses.js';
import type { ReleaseNews } from './release-news.js';
import { dayOf, momentOf } from './said-of-dataset.js';
import { element, type Xml, xmlDocument } from './xml.js';

const ATOM = 'http://www.w3.org/2005/Atom';
/** Of a feed that tells nothing yet: the standard wants a date. */
const NEVER = new Date(0);

/**
 * News as an Atom feed (RFC 4287).
 * @param origin our own address, without a slash at its end
 * @param path the feed's own
 */
export function atomFeed(origin: string, path: string, news: readonly ReleaseNews[]): string {
  const places = [...new Set(news.map(({ jurisdictionName }) => jurisdictionName))];
  const of = places.length === 1 ? `: ${places[0] ?? ''}` : '';
  return xmlDocument(
    element(
      'feed',
      { xmlns: ATOM, 'xml:lang': 'en' },
      element('id', {}, `${origin}${path}`),
      element('title', {}, `Releases, corrections and withdrawals${of}`),
      element('updated', {}, momentOf(news[0]?.at ?? NEVER)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${origin}${path}` }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${origin}/` }),
      ...news.map((each) => entry(origin, each)),
    ),
  );
}

function entry(origin: string, news: ReleaseNews): Xml {
  const { kind, title, version, jurisdictionName, at, rows, bytes } = news;
  const withdrawn = kind === 'withdrawal';
  const csv = fileOf(origin, news, version, 'data.csv');
  return element(
    'entry',
    {},
    element('id', {}, `urn:uuid:${idOf(news)}`),
    element('title', {}, `${HEADINGS[kind]}: ${title}, ${jurisdictionName}, ${version}`),
    element('published', {}, momentOf(at)),
    element('updated', {}, momentOf(at)),
    element('author', {}, element('name', {}, jurisdictionName)),
    element('category', { term: kind }),
    element('link', { rel: 'alternate', type: 'text/html', href: pageOf(origin, news) }),
    ...(withdrawn || rows === null
      ? []
      : [element('link', { rel: 'enclosure', type: 'text/csv', href: csv, length: String(bytes ?? 0) })]),
    element('summary', {}, summaryOf(news)),
  );
}

const HEADINGS = { release: 'Released', correction: 'Corrected', withdrawal: 'Withdrawn' } as const;

/** The withdrawal of a release is news of its own: feed readers that have told of the release tell of it too. */
function idOf({ kind, releaseId }: ReleaseNews): string {
  return kind === 'withdrawal' ? v5('withdrawal', releaseId) : releaseId;
}

function summaryOf({ kind, version, rows, oneRow, reason, formerVersion, at }: ReleaseNews): string {
  if (kind === 'withdrawal') return `Release ${version} was withdrawn on ${dayOf(at)}: ${reason ?? ''}`;
  const told = [`${rows ?? 0} rows.`, oneRow ?? ''];
  const stead = `It stands in the place of ${formerVersion ?? ''}, which was withdrawn: ${reason ?? ''}`;
  return [...told, ...(kind === 'correction' ? [stead] : [])].join(' ').trim();
}
