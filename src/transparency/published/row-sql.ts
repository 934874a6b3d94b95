import type { Cursor } from './cursor.js';
import type { PublishedColumn, PublishedRelease } from './release-descriptor.js';
import type { RowQuery } from './row-query.js';

/** A statement whose every value is a parameter; names come from the release's own list of columns, never from a reader. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One page of rows as JSON text, with where it ended. The row's number ends every order, so no row is lost or doubled. */
export function rowsStatement(
  release: PublishedRelease,
  query: RowQuery,
  limit: number,
  after: Cursor | null,
): Statement {
  const values: unknown[] = [];
  const ordering = release.columns.find(({ name }) => name === query.order?.name) ?? null;
  const where = [...conditions(query, values), ...(after ? [beyond(after, ordering, query, values)] : [])];
  const names = ['row_number', ...release.columns.map(({ name }) => quoted(name))].join(', ');
  const direction = query.order?.descending === true ? 'DESC' : 'ASC';
  const order = ordering ? `${quoted(ordering.name)} ${direction} NULLS LAST, row_number` : 'row_number';
  const last = ordering ? `(array_agg(page.${quoted(ordering.name)}))[count(*)]::text` : 'NULL';
  const text = `SELECT coalesce(json_agg(page), '[]')::text AS rows, count(*)::int AS count,
      (array_agg(page.row_number))[count(*)] AS "lastRow", ${last} AS "lastValue"
    FROM (SELECT ${names} FROM ${tableOf(release)}${whereText(where)} ORDER BY ${order} LIMIT ${bound(values, limit)}) page`;
  return { text, values };
}

/** The number of rows by group, as JSON text; by the groups' own values unless asked otherwise. */
export function groupsStatement(release: PublishedRelease, query: RowQuery, limit: number): Statement {
  const values: unknown[] = [];
  const where = conditions(query, values);
  const names = query.group.map(({ name }) => quoted(name)).join(', ');
  const direction = query.order?.descending === true ? 'DESC' : 'ASC';
  const first = query.order === null ? '' : `${quoted(query.order.name)} ${direction} NULLS LAST, `;
  const text = `SELECT coalesce(json_agg(page), '[]')::text AS rows, count(*)::int AS count, NULL AS "lastRow", NULL AS "lastValue"
    FROM (SELECT ${names}, count(*)::int AS count FROM ${tableOf(release)}${whereText(where)}
      GROUP BY ${names} ORDER BY ${first}${names} LIMIT ${bound(values, limit)}) page`;
  return { text, values };
}

function conditions({ filters }: RowQuery, values: unknown[]): string[] {
  return filters.map(({ column, values: wanted }) => {
    const name = quoted(column.name);
    const given = wanted.filter((value) => value !== null);
    const any = given.length > 0 ? [`${name} = ANY (${bound(values, given)}::${column.type}[])`] : [];
    const empty = given.length < wanted.length ? [`${name} IS NULL`] : [];
    return `(${[...any, ...empty].join(' OR ')})`;
  });
}

/** Rows after the cursor in an order with empty cells last and the row's number as the tie-break. */
function beyond({ row, value }: Cursor, ordering: PublishedColumn | null, query: RowQuery, values: unknown[]): string {
  const later = `row_number > ${bound(values, row)}`;
  if (!ordering) return later;
  const name = quoted(ordering.name);
  if (value === null) return `(${name} IS NULL AND ${later})`;
  const last = `${bound(values, value)}::${ordering.type}`;
  const beyondIt = query.order?.descending === true ? '<' : '>';
  return `(${name} ${beyondIt} ${last} OR (${name} = ${last} AND ${later}) OR ${name} IS NULL)`;
}

function bound(values: unknown[], value: unknown): string {
  return `$${values.push(value)}`;
}

const whereText = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const tableOf = ({ id }: PublishedRelease): string => `published.${quoted(`rows_${id.replaceAll('-', '')}`)}`;
