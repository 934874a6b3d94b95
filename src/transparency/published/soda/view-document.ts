import type { PublishedColumn } from '../release-descriptor.js';
import { VIEW_TYPES } from './answer-writer.js';
import { datasetId } from './dataset-id.js';
import type { DescribedDataset } from './described-dataset.js';
import { soqlColumn } from './soda-question.js';

const NOT_SHOWN = '*';
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
const idOf = ({ jurisdiction, dataset }: DescribedDataset): string => datasetId(jurisdiction, dataset);
const describe = ({ oneRow, caveats }: DescribedDataset): string => [oneRow, ...caveats].join('\n\n');

/** A dataset as `/api/views/{id}.json` tells of it. Times are seconds since 1970. */
export function viewDocument(dataset: DescribedDataset) {
  return {
    id: idOf(dataset),
    name: dataset.title,
    description: describe(dataset),
    attribution: dataset.jurisdictionName,
    assetType: 'dataset',
    viewType: 'tabular',
    displayType: 'table',
    createdAt: seconds(dataset.firstPublishedAt),
    publicationDate: seconds(dataset.publishedAt),
    rowsUpdatedAt: seconds(dataset.publishedAt),
    viewLastModified: seconds(dataset.publishedAt),
    provenance: 'official',
    publicationStage: 'published',
    tableAuthor: { id: dataset.jurisdiction, displayName: dataset.jurisdictionName },
    columns: dataset.columns.map((column, at) => ({
      id: at + 1,
      name: column.title,
      fieldName: column.name,
      description: column.description,
      position: at + 1,
      dataTypeName: VIEW_TYPES[soqlColumn(column).type],
      renderTypeName: VIEW_TYPES[soqlColumn(column).type],
      ...boundsOf(column),
    })),
    metadata: { release: dataset.version, rows: dataset.rows, sha256: dataset.sha256 },
  };
}

/** openpolicedata looks here how a text that tells of a time is written; what is not shown (`*`) tells of none. */
function boundsOf({ values = [] }: PublishedColumn) {
  const shown = values.filter((value) => value !== '' && value !== NOT_SHOWN).sort();
  return shown.length === 0 ? {} : { cachedContents: { smallest: shown[0], largest: shown.at(-1) } };
}

/** A dataset as `/api/views/metadata/v1` tells of it. */
export function metadataDocument(dataset: DescribedDataset) {
  return {
    id: idOf(dataset),
    name: dataset.title,
    attribution: dataset.jurisdictionName,
    description: describe(dataset),
    createdAt: dataset.firstPublishedAt.toISOString(),
    dataUpdatedAt: dataset.publishedAt.toISOString(),
    metadataUpdatedAt: dataset.publishedAt.toISOString(),
    updatedAt: dataset.publishedAt.toISOString(),
    webUri: `/api/v1/datasets/${dataset.jurisdiction}/${dataset.dataset}`,
    dataUri: `/resource/${idOf(dataset)}`,
    provenance: 'OFFICIAL',
    customFields: { release: dataset.version, rows: dataset.rows, sha256: dataset.sha256 },
  };
}

/** A dataset as `/api/catalog/v1` lists it; `host` is the name under which the caller found us. */
export function catalogDocument(dataset: DescribedDataset, host: string) {
  const id = idOf(dataset);
  const columns = dataset.columns;
  return {
    resource: {
      id,
      name: dataset.title,
      description: describe(dataset),
      attribution: dataset.jurisdictionName,
      type: 'dataset',
      createdAt: dataset.firstPublishedAt.toISOString(),
      updatedAt: dataset.publishedAt.toISOString(),
      data_updated_at: dataset.publishedAt.toISOString(),
      metadata_updated_at: dataset.publishedAt.toISOString(),
      publication_date: dataset.publishedAt.toISOString(),
      columns_name: columns.map(({ title }) => title),
      columns_field_name: columns.map(({ name }) => name),
      columns_datatype: columns.map((column) => VIEW_TYPES[soqlColumn(column).type]),
      columns_description: columns.map(({ description }) => description),
      parent_fxf: [],
      provenance: 'official',
    },
    classification: { categories: [], tags: [], domain_tags: [], domain_metadata: [] },
    metadata: { domain: host },
    permalink: `/resource/${id}`,
    link: `/api/v1/datasets/${dataset.jurisdiction}/${dataset.dataset}`,
    owner: { id: dataset.jurisdiction, display_name: dataset.jurisdictionName },
  };
}
