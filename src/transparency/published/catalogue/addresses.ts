import { datasetId } from '../soda/dataset-id.js';

/** A dataset's name: in all addresses of it. Slugs need no escaping. */
interface Named {
  readonly jurisdiction: string;
  readonly dataset: string;
}

/** The page for people. */
export const pageOf = (origin: string, { jurisdiction, dataset }: Named): string =>
  `${origin}/datasets/${jurisdiction}/${dataset}`;

/** The dataset in the API: its columns, and all its releases with their hashes. */
export const apiOf = (origin: string, { jurisdiction, dataset }: Named): string =>
  `${origin}/api/v1/datasets/${jurisdiction}/${dataset}`;

export const fileOf = (origin: string, named: Named, version: string, name: string): string =>
  `${apiOf(origin, named)}/releases/${version}/${name}`;

/** Where clients of SODA ask. */
export const resourceOf = (origin: string, { jurisdiction, dataset }: Named): string =>
  `${origin}/resource/${datasetId(jurisdiction, dataset)}.json`;

/** Names the dataset for good. It ends in the id that clients of SODA read out of it: RSocrata takes it as it is. */
export const identifierOf = (origin: string, { jurisdiction, dataset }: Named): string =>
  `${origin}/api/views/${datasetId(jurisdiction, dataset)}`;
