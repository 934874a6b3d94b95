import type { DatasetTerms, PublicationTerms } from './publication-terms.js';

export type DatasetRules = Required<DatasetTerms>;

/** What holds for a dataset: its own terms, else the place's, else what was always done. */
export function datasetRules({ k, suppressionLimit, datasets = {} }: PublicationTerms, dataset: string): DatasetRules {
  return {
    k,
    suppressionLimit,
    models: [],
    asItIs: [],
    weights: {},
    epoch: 'none',
    officers: { identity: 'release-pseudonym', exceptions: [] },
    ...datasets[dataset],
  };
}
