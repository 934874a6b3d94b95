import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { nearestName } from '../rules/nearest-name.js';
import { filterValue } from './filter-value.js';
import type { PublishedColumn } from './release-descriptor.js';

/** A reader's question, checked: only columns that are there, only values of their types. */
export interface RowQuery {
  /** Rows whose column is one of the values; null is "empty". */
  readonly filters: readonly { readonly column: PublishedColumn; readonly values: readonly (string | null)[] }[];
  readonly order: { readonly name: string; readonly descending: boolean } | null;
  /** Count the rows by these columns instead of showing them. */
  readonly group: readonly PublishedColumn[];
  readonly limit: number | null;
  readonly after: string | null;
}

/** What may stand in the query besides columns; `release` and `format` are read before. */
export const RESERVED = ['order', 'limit', 'after', 'group', 'release', 'format'] as const;
export const MOST_ROWS = 50_000;
const MOST_GROUP_COLUMNS = 4;
const MOST_VALUES = 100;

/** @throws RuleBroken unknown-column, bad-value, bad-limit, bad-order, bad-group, given-twice (400) */
export function readRowQuery(query: Readonly<Record<string, unknown>>, columns: readonly PublishedColumn[]): RowQuery {
  const group = list(one(query, 'group')).map((name) => columnNamed(name, columns, 'group'));
  if (group.length > MOST_GROUP_COLUMNS)
    throw refused('bad-group', `Group by ${MOST_GROUP_COLUMNS} columns at most.`, 'group');
  const filters = Object.entries(query)
    .filter(([name]) => !(RESERVED as readonly string[]).includes(name))
    .map(([name, given]) => filterOf(columnNamed(name, columns, name), given));
  const sortable = group.length > 0 ? [...group.map(({ name }) => name), 'count'] : columns.map(({ name }) => name);
  const after = one(query, 'after');
  if (after !== null && group.length > 0)
    throw refused('bad-group', 'Groups come in one answer: leave out `after`.', 'after');
  return { filters, order: orderOf(one(query, 'order'), sortable), group, limit: limitOf(one(query, 'limit')), after };
}

/** A parameter that is given once or not at all. */
export function one(query: Readonly<Record<string, unknown>>, name: (typeof RESERVED)[number]): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw refused('given-twice', `Give \`${name}\` once.`, name);
  return value;
}

function filterOf(column: PublishedColumn, given: unknown): RowQuery['filters'][number] {
  const values = (Array.isArray(given) ? given : [given]) as unknown[];
  if (values.length > MOST_VALUES)
    throw refused('bad-value', `Give ${MOST_VALUES} values of a column at most.`, column.name);
  return { column, values: values.map((value) => filterValue(column, String(value))) };
}

function orderOf(text: string | null, names: readonly string[]): RowQuery['order'] {
  if (text === null) return null;
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  if (!names.includes(name)) throw unknownColumn(name, names, 'order', 'bad-order');
  return { name, descending };
}

function limitOf(text: string | null): number | null {
  if (text === null) return null;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST_ROWS)
    throw refused('bad-limit', `\`limit\` is a whole number, 1 to ${MOST_ROWS}.`, 'limit');
  return limit;
}

function columnNamed(name: string, columns: readonly PublishedColumn[], place: string): PublishedColumn {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw unknownColumn(name, [...columns.map((known) => known.name), ...RESERVED], place);
  return column;
}

function unknownColumn(name: string, names: readonly string[], place: string, code = 'unknown-column'): RuleBroken {
  const nearest = nearestName(name, names);
  const hint = nearest === null ? `There are: ${names.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return refused(code, `There is no column of that name here. ${hint}`, place);
}

export function refused(code: string, message: string, place: string): RuleBroken {
  const path = `/${place.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return new RuleBroken(code, message, 400, [{ path, code, message }]);
}

const list = (text: string | null): string[] => (text === null ? [] : [...new Set(text.split(','))]);
