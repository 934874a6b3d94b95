import { filterValue } from './filter-value.js';
import type { PublishedColumn, PublishedRelease } from './release-descriptor.js';
import { refused, type RowQuery } from './row-query.js';

/** Where a page ended: the last row's number and its value in the column that orders. */
export interface Cursor {
  readonly row: number;
  readonly value: string | null;
}

const MOST_ROWS = 2_147_483_647;

/** Opaque to readers, and good for one release and one order only: another would lose or double rows. */
export function writeCursor(release: PublishedRelease, query: RowQuery, { row, value }: Cursor): string {
  return Buffer.from(JSON.stringify([release.id, orderText(query), row, value])).toString('base64url');
}

/** @throws RuleBroken bad-cursor (400) */
export function readCursor(release: PublishedRelease, query: RowQuery): Cursor | null {
  if (query.after === null) return null;
  const [releaseId, order, row, value] = parts(query.after);
  const fits =
    releaseId === release.id &&
    order === orderText(query) &&
    isRow(row) &&
    (value === null || typeof value === 'string');
  if (!fits)
    throw refused(
      'bad-cursor',
      'This `after` is of another release or another order: start from the first page.',
      'after',
    );
  const column = release.columns.find(({ name }) => name === query.order?.name);
  return { row, value: checked(column, value) };
}

function checked(column: PublishedColumn | undefined, value: string | null): string | null {
  return column === undefined || value === null || value === '' ? null : filterValue(column, value);
}

function parts(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const isRow = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_ROWS;
const orderText = ({ order }: RowQuery): string =>
  order === null ? '' : `${order.descending ? '-' : ''}${order.name}`;
