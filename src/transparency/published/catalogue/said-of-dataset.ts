import type { CataloguedDataset, CataloguedRelease } from './catalogued-dataset.js';

/** One of data.gov's own topics; RSocrata stops at a dataset without any. */
const USUAL_THEME = 'Public Safety';
/** What every dataset here is about, in the words that people search with. */
const ABOUT = ['civilian oversight', 'police', 'police accountability'];

/** Datasets of several places have the same title; a catalogue holds them all. */
export const titleIn = ({ title }: CataloguedRelease, { jurisdictionName }: CataloguedDataset): string =>
  `${title}: ${jurisdictionName}`;

/** What one row is, and what the figures do not say. */
export const descriptionOf = ({ title, oneRow, caveats }: CataloguedRelease): string =>
  [oneRow === '' ? title : oneRow, ...caveats].join('\n\n');

export const publisherOf = ({ terms, jurisdictionName }: CataloguedDataset): string =>
  terms.publisher ?? jurisdictionName;

export const themesOf = ({ terms }: CataloguedDataset): readonly string[] =>
  terms.themes !== undefined && terms.themes.length > 0 ? terms.themes : [USUAL_THEME];

export const keywordsOf = ({ dataset, jurisdictionName }: CataloguedDataset): string[] => [
  ...new Set([...ABOUT, dataset.replaceAll('-', ' '), jurisdictionName]),
];

/** 255 characters at most: DCAT-US 1.1 takes no more. */
export const rightsOf = ({ terms }: CataloguedDataset): string =>
  terms.licence === undefined
    ? 'Public: anybody may read and download it, without a key. The publisher has named no licence.'
    : 'Public: anybody may read and download it, without a key, under the licence that is named.';

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
/** To the second: what HTTP tells, too. */
export const momentOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
