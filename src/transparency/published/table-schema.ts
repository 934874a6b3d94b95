import type { SchemaView } from './dataset-parts.view.js';
import type { PublishedRelease } from './release-descriptor.js';

/** A release's columns as a Table Schema, the same as in its data package. */
export function tableSchema({ columns }: Pick<PublishedRelease, 'columns'>): SchemaView {
  const fields = columns.map(({ name, title, type, description }) => ({
    ...{ name, title, type: type === 'text' ? 'string' : type, description },
  }));
  return { fields, missingValues: [''] };
}
