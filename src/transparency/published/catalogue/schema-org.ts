import { apiOf, fileOf, identifierOf, pageOf, resourceOf } from './addresses.js';
import type { CataloguedDataset } from './catalogued-dataset.js';
import { dataFiles } from './file-forms.js';
import {
  dayOf,
  descriptionOf,
  keywordsOf,
  momentOf,
  publisherOf,
  rightsOf,
  themesOf,
  titleIn,
} from './said-of-dataset.js';

/** Search engines for datasets refuse a longer description. */
const LONGEST_DESCRIPTION = 5_000;

/**
 * A dataset as schema.org/Dataset, for search engines.
 * @param origin our own address, without a slash at its end
 */
export function schemaOrgDataset(origin: string, dataset: CataloguedDataset) {
  const { newest, terms, columns } = dataset;
  const organization = { '@type': 'Organization', name: publisherOf(dataset), ...contactOf(dataset) };
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': pageOf(origin, dataset),
    url: pageOf(origin, dataset),
    identifier: identifierOf(origin, dataset),
    sameAs: apiOf(origin, dataset),
    name: titleIn(newest, dataset),
    description: descriptionOf(newest).slice(0, LONGEST_DESCRIPTION),
    keywords: [...keywordsOf(dataset), ...themesOf(dataset)],
    creator: organization,
    publisher: organization,
    ...(terms.licence === undefined ? {} : { license: terms.licence }),
    isAccessibleForFree: true,
    conditionsOfAccess: rightsOf(dataset),
    inLanguage: 'en',
    version: newest.version,
    datePublished: dayOf(dataset.firstPublishedAt),
    dateModified: momentOf(newest.publishedAt),
    spatialCoverage: { '@type': 'Place', name: dataset.jurisdictionName },
    includedInDataCatalog: { '@type': 'DataCatalog', name: 'Redress', url: `${origin}/data.json` },
    variableMeasured: columns.map(({ name, title, description }) => ({
      '@type': 'PropertyValue',
      name,
      alternateName: title,
      description,
    })),
    distribution: [
      ...dataFiles(newest).map(({ name, mediaType, format, bytes, sha256 }) => ({
        '@type': 'DataDownload',
        name: format,
        contentUrl: fileOf(origin, dataset, newest.version, name),
        encodingFormat: mediaType,
        contentSize: `${bytes} B`,
        sha256,
      })),
      {
        '@type': 'DataDownload',
        name: 'Query API (SODA 2.1)',
        contentUrl: resourceOf(origin, dataset),
        encodingFormat: 'application/json',
      },
    ],
  };
}

function contactOf({ terms: { contact } }: CataloguedDataset) {
  if (contact === undefined) return {};
  return { contactPoint: { '@type': 'ContactPoint', name: contact.name, email: contact.email } };
}

/**
 * The same as text that may stand inside `<script type="application/ld+json">`: no title can end the element. Browsers
 * do not run such an element, so a policy without inline scripts lets it stand.
 */
export function asScriptText(document: object): string {
  return JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
