import type { Source } from './soql/source.js';
import type { PublishedRelease } from './release-descriptor.js';

/** The table that holds a release's rows. */
export const tableOf = ({ id }: Pick<PublishedRelease, 'id'>): string =>
  `published."rows_${id.replaceAll('-', '').replaceAll('"', '""')}"`;

export function rowsOf(release: PublishedRelease): Source {
  return { table: tableOf(release), textColumns: textColumnsOf(release) };
}

export const textColumnsOf = ({ columns }: Pick<PublishedRelease, 'columns'>): string[] =>
  columns.filter(({ type }) => type === 'text').map(({ name }) => name);
