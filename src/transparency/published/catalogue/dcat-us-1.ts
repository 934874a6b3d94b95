import { apiOf, fileOf, identifierOf, pageOf, resourceOf } from './addresses.js';
import type { CataloguedDataset } from './catalogued-dataset.js';
import { dataFiles, DICTIONARY, papersOf } from './file-forms.js';
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

const STANDARD = 'https://project-open-data.cio.gov/v1.1/schema';

/**
 * The catalogue by DCAT-US 1.1 (Project Open Data), which data.gov harvests and RSocrata reads at `/data.json`.
 * @param origin our own address, without a slash at its end
 */
export function dcatUs1(origin: string, datasets: readonly CataloguedDataset[]) {
  return {
    '@context': `${STANDARD}/catalog.jsonld`,
    '@id': `${origin}/data.json`,
    '@type': 'dcat:Catalog',
    conformsTo: STANDARD,
    describedBy: `${STANDARD}/catalog.json`,
    dataset: datasets.map((dataset) => entry(origin, dataset)),
  };
}

function entry(origin: string, dataset: CataloguedDataset) {
  const { newest, terms, firstPublishedAt, jurisdictionName } = dataset;
  const papers = papersOf(newest).map(({ name }) => fileOf(origin, dataset, newest.version, name));
  return {
    '@type': 'dcat:Dataset',
    identifier: identifierOf(origin, dataset),
    title: titleIn(newest, dataset),
    description: descriptionOf(newest),
    keyword: keywordsOf(dataset),
    theme: themesOf(dataset),
    issued: dayOf(firstPublishedAt),
    modified: momentOf(newest.publishedAt),
    accrualPeriodicity: 'irregular',
    publisher: { '@type': 'org:Organization', name: publisherOf(dataset) },
    contactPoint: contactOf(dataset),
    accessLevel: 'public',
    rights: rightsOf(dataset),
    ...(terms.licence === undefined ? {} : { license: terms.licence }),
    language: ['en'],
    spatial: jurisdictionName,
    landingPage: pageOf(origin, dataset),
    ...dictionaryOf(origin, dataset),
    references: [apiOf(origin, dataset), ...papers],
    distribution: distributions(origin, dataset),
  };
}

/** The standard wants an address of mail; where the charter names nobody, it takes one that is empty. */
function contactOf(dataset: CataloguedDataset) {
  const { contact } = dataset.terms;
  return {
    '@type': 'vcard:Contact',
    fn: contact?.name ?? publisherOf(dataset),
    hasEmail: `mailto:${contact?.email ?? ''}`,
  };
}

function dictionaryOf(origin: string, dataset: CataloguedDataset) {
  const { newest } = dataset;
  if (!newest.files.some(({ name }) => name === DICTIONARY)) return { describedBy: apiOf(origin, dataset) };
  const describedBy = fileOf(origin, dataset, newest.version, DICTIONARY);
  return { describedBy, describedByType: 'application/json' };
}

function distributions(origin: string, dataset: CataloguedDataset) {
  const { newest } = dataset;
  const files = dataFiles(newest).map(({ name, mediaType, format, standard }) => ({
    '@type': 'dcat:Distribution',
    title: `All ${newest.rows} rows of release ${newest.version}: ${format}`,
    downloadURL: fileOf(origin, dataset, newest.version, name),
    mediaType,
    format,
    ...(standard === undefined ? {} : { conformsTo: standard }),
  }));
  return [
    ...files,
    {
      '@type': 'dcat:Distribution',
      title: 'Query API (SODA 2.1)',
      description: 'Filter, group and page; always answers from the newest release unless `release` names another.',
      accessURL: resourceOf(origin, dataset),
      format: 'API',
    },
  ];
}
