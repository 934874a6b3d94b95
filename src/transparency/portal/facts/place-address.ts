import type { DatasetFacts } from './dataset-facts.js';

type Named = Pick<DatasetFacts, 'jurisdiction' | 'dataset'>;

/** Where a dataset's pages are. */
export const datasetPath = ({ jurisdiction, dataset }: Named): string => `/datasets/${jurisdiction}/${dataset}`;

/** Where programs ask for it. */
export const nativePath = ({ jurisdiction, dataset }: Named): string => `/api/v1/datasets/${jurisdiction}/${dataset}`;

/** Where one file of one release is, for good. */
export const filePath = (named: Named, version: string, file: string): string =>
  `${nativePath(named)}/releases/${version}/${file}`;
