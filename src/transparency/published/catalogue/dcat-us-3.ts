import { apiOf, fileOf, identifierOf, pageOf, resourceOf } from './addresses.js';
import type { CataloguedDataset, CataloguedRelease } from './catalogued-dataset.js';
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

const TITLE = 'Civilian oversight of policing: released data';

/**
 * The catalogue by DCAT-US 3.0. It says in other words, and other shapes, what 1.1 says: one document cannot be both.
 * @param origin our own address, without a slash at its end
 */
export function dcatUs3(origin: string, datasets: readonly CataloguedDataset[]) {
  const publishers = [...new Set(datasets.map(publisherOf))];
  return {
    '@id': `${origin}/dcat-us-3.json`,
    '@type': 'Catalog',
    title: TITLE,
    description:
      'Anonymized releases of complaints about police, of the force that they use, and of what became of both.',
    conformsTo: { '@type': 'Standard', title: 'DCAT-US 3.0', identifier: 'https://resources.data.gov/dcat-us/3.0.0' },
    // Of several publishers none speaks for all: each dataset names its own.
    ...(publishers.length === 1 ? { publisher: { '@type': 'Agent', name: publishers[0] } } : {}),
    homepage: { '@type': 'Document', title: TITLE, accessURL: `${origin}/` },
    language: ['en'],
    accessRights: 'public',
    dataset: datasets.map((dataset) => ({
      ...version(origin, dataset, dataset.newest),
      landingPage: { '@type': 'Document', title: titleIn(dataset.newest, dataset), accessURL: pageOf(origin, dataset) },
      ...(dataset.previous === null ? {} : { previousVersion: version(origin, dataset, dataset.previous) }),
    })),
  };
}

/** A dataset as one of its releases has it: 3.0 wants the former one as a dataset of its own, not as an address. */
function version(origin: string, dataset: CataloguedDataset, release: CataloguedRelease) {
  const file = (name: string): string => fileOf(origin, dataset, release.version, name);
  const { contact } = dataset.terms;
  const newest = release === dataset.newest;
  return {
    '@id': newest ? identifierOf(origin, dataset) : file('manifest.json'),
    '@type': 'Dataset',
    identifier: newest ? identifierOf(origin, dataset) : file('manifest.json'),
    title: newest ? titleIn(release, dataset) : `${titleIn(release, dataset)}, release ${release.version}`,
    description: descriptionOf(release),
    version: release.version,
    issued: dayOf(newest ? dataset.firstPublishedAt : release.publishedAt),
    modified: momentOf(release.publishedAt),
    accrualPeriodicity: 'irregular',
    keyword: keywordsOf(dataset),
    theme: themesOf(dataset),
    publisher: { '@type': 'Organization', name: publisherOf(dataset) },
    // Without a contact in the charter the list is empty: the standard takes no contact without an address of mail.
    contactPoint: contact ? [{ '@type': 'Kind', fn: contact.name, hasEmail: `mailto:${contact.email}` }] : [],
    accessRights: 'public',
    rights: [rightsOf(dataset)],
    language: ['en'],
    spatial: [{ '@type': 'Location', prefLabel: dataset.jurisdictionName }],
    ...describedBy(release, file),
    page: [
      {
        '@type': 'Document',
        title: 'Columns, and every release with its checksums',
        accessURL: apiOf(origin, dataset),
      },
      ...papersOf(release).map(({ name, title }) => ({ '@type': 'Document', title, accessURL: file(name) })),
    ],
    distribution: [...files(dataset, release, file), ...(newest ? [api(origin, dataset)] : [])],
  };
}

function describedBy({ files }: CataloguedRelease, file: (name: string) => string) {
  if (!files.some(({ name }) => name === DICTIONARY)) return {};
  const mediaType = 'application/json';
  return {
    describedBy: { '@type': 'Distribution', title: 'Data dictionary', downloadURL: file(DICTIONARY), mediaType },
  };
}

function files({ terms }: CataloguedDataset, release: CataloguedRelease, file: (name: string) => string) {
  return dataFiles(release).map(({ name, mediaType, format, standard, compression, bytes, sha256 }) => ({
    '@type': 'Distribution',
    title: `All ${release.rows} rows of release ${release.version}: ${format}`,
    downloadURL: file(name),
    mediaType,
    format,
    byteSize: String(bytes),
    checksum: { '@type': 'Checksum', algorithm: 'SHA-256', checksumValue: sha256 },
    issued: momentOf(release.publishedAt),
    ...(compression === undefined ? {} : { compressFormat: compression }),
    ...(standard === undefined ? {} : { conformsTo: [{ '@type': 'Standard', identifier: standard }] }),
    ...(terms.licence === undefined ? {} : { license: terms.licence }),
  }));
}

const api = (origin: string, dataset: CataloguedDataset) => ({
  '@type': 'Distribution',
  title: 'Query API (SODA 2.1)',
  description: 'Filter, group and page; always answers from the newest release unless `release` names another.',
  accessURL: resourceOf(origin, dataset),
  mediaType: 'application/json',
  format: 'API',
});
