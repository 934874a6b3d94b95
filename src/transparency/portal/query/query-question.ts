import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { Language } from '../../../platform/html/language.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts, FactColumn } from '../facts/dataset-facts.js';
import { askedBy, columnNamed, every, type Filter, filtersOf, type Given, isOfList, once } from '../facts/filters.js';

/** What the query builder's form says. */
export interface QueryQuestion {
  /** Columns to show, in the dataset's order; all of them when none is chosen */
  readonly show: readonly FactColumn[];
  readonly filters: readonly Filter[];
  /** A condition in SoQL, as it was typed */
  readonly where: string | null;
  /** Count rows by these, instead of showing them */
  readonly group: readonly FactColumn[];
  readonly order: { readonly name: string; readonly descending: boolean } | null;
  readonly limit: number;
}

export const USUAL_LIMIT = 100;
export const MOST = 50_000;
const MOST_GROUPS = 4;
const COUNT = 'count';

/** @throws RuleBroken given-twice, unknown-column, bad-group, bad-order, bad-limit (400) */
export function readQueryQuestion(given: Given, facts: DatasetFacts, language: Language): QueryQuestion {
  const columns = (name: string): FactColumn[] => {
    const chosen = new Set(every(given, name).map((each) => columnNamed(facts, each, language)));
    return facts.columns.filter((column) => chosen.has(column));
  };
  const group = columns('group');
  if (group.length > MOST_GROUPS)
    throw new RuleBroken('bad-group', text(language, 'query.most-groups', { most: MOST_GROUPS }), 400);
  const show = columns('show');
  const order = once(given, 'order', language);
  const sortable =
    group.length === 0 ? facts.columns.map(({ name }) => name) : [COUNT, ...group.map(({ name }) => name)];
  if (order !== null && !sortable.includes(order))
    throw new RuleBroken('bad-order', text(language, 'query.no-order', { names: sortable.join(', ') }), 400);
  return {
    show: show.length === facts.columns.length ? [] : show,
    filters: filtersOf(given, facts, language),
    where: once(given, 'where', language),
    group,
    order: order === null ? null : { name: order, descending: once(given, 'descending', language) !== null },
    limit: limitOf(once(given, 'limit', language), language),
  };
}

function limitOf(given: string | null, language: Language): number {
  if (given === null) return USUAL_LIMIT;
  const limit = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > MOST)
    throw new RuleBroken('bad-limit', text(language, 'query.limit-range', { most: MOST }), 400);
  return limit;
}

/** As the engine's own language has it. */
export function sodaParameters({ show, filters, where, group, order, limit }: QueryQuestion): [string, string][] {
  const quoted = ({ name }: FactColumn): string => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `\`${name}\``);
  const groups = group.map(quoted).join(',');
  const select = group.length > 0 ? `${groups},count(*)` : show.map(quoted).join(',');
  return [
    ...(select === '' ? [] : [['$select', select] as [string, string]]),
    ...askedBy(filters, where),
    ...(groups === '' ? [] : [['$group', groups] as [string, string]]),
    ...(order === null ? [] : [['$order', `${order.name}${order.descending ? ' desc' : ''}`] as [string, string]]),
    ['$limit', String(limit)],
  ];
}

/** As the native address has it; null: it cannot say this. */
export function nativeParameters(question: QueryQuestion): [string, string][] | null {
  const { show, filters, where, group, order, limit } = question;
  if (where !== null || filters.some(isOfList) || (show.length > 0 && group.length === 0)) return null;
  return [
    ...askedBy(filters),
    ...(group.length === 0 ? [] : [['group', group.map(({ name }) => name).join(',')] as [string, string]]),
    ...(order === null ? [] : [['order', `${order.descending ? '-' : ''}${order.name}`] as [string, string]]),
    ['limit', String(limit)],
  ];
}
