import { BoundValues } from './bound-values.js';
import { columnSql, expressionSql } from './expression-sql.js';
import type { Source } from './source.js';
import { type Ordered, ROW_ID, type Typed, type TypedQuery } from './typed.js';

/** A statement whose every value is a parameter. Each answered row is a list of texts, one for each output; null is null. */
export interface SoqlStatement {
  readonly text: string;
  readonly values: readonly string[];
  /** Asked again and again with other values alone, and planned alike for all of them: worth keeping prepared. */
  readonly isPage: boolean;
}

/**
 * Names are those of the release's list of columns. The row's number ends every order (and all that is grouped by ends that
 * of groups), in the direction of the last thing that was asked for: no row is lost or doubled between pages, and one index
 * serves both directions. How many rows are wanted stands in the text as a number, for the plan depends on it.
 */
export function soqlStatement(query: TypedQuery, source: Source): SoqlStatement {
  const values = new BoundValues();
  const sql = (expression: Typed): string => expressionSql(expression, source, values);
  const outputs = query.outputs.map(({ expression }) => shownSql(expression, sql(expression)));
  const isPage = isPlainPage(query);
  const conditions = [
    ...conditionsSql(query, source, values),
    ...(isPage ? [`t.row_number > ${values.bind(String(query.offset), 'integer')}`] : []),
  ];
  const order = query.order.map((each) => orderSql(each, sql(each.expression)));
  const direction = query.order.at(-1)?.descending === true ? 'DESC' : 'ASC';
  const last = query.grouped ? query.group.map(sql) : ['t.row_number'];
  const text = [
    `SELECT ${outputs.join(', ')} FROM ${source.table} t`,
    ...part(' WHERE ', conditions, ' AND '),
    ...part(' GROUP BY ', query.group.map(sql)),
    ...part(' HAVING ', query.having ? [sql(query.having)] : []),
    ...part(' ORDER BY ', [...order, ...last.map((each) => `${each} ${direction}`)]),
    ` LIMIT ${query.limit}`,
    ...(query.offset > 0 && !isPage ? [` OFFSET ${values.bind(String(query.offset), 'bigint')}`] : []),
  ].join('');
  return { text, values: values.all, isPage };
}

/** What the rows must fulfil, besides what is asked of groups. */
export function conditionsSql({ where, search }: TypedQuery, source: Source, values: BoundValues): string[] {
  return [
    ...(where ? [expressionSql(where, source, values)] : []),
    ...search.map((word) => searchSql(word, source.textColumns, values)),
  ];
}

/** Of all rows, in their own order. They are numbered from 1 without a gap: so many left out are so many numbers passed over. */
function isPlainPage({ grouped, where, search, order }: TypedQuery): boolean {
  const own = order.every(
    ({ expression, descending }) => expression.kind === 'column' && expression.name === ROW_ID && !descending,
  );
  return !grouped && where === null && search.length === 0 && own;
}

const part = (word: string, items: readonly string[], between = ', '): string[] =>
  items.length === 0 ? [] : [`${word}${items.join(between)}`];

const orderSql = ({ descending, emptyLast }: Ordered, sql: string): string =>
  `${sql} ${descending ? 'DESC' : 'ASC'}${descending && emptyLast ? ' NULLS LAST' : ''}`;

function searchSql(word: string, columns: readonly string[], values: BoundValues): string {
  const wanted = values.bind(word, 'text');
  const places = columns.map((name) => `strpos(lower(${columnSql(name)}), lower(${wanted})) > 0`);
  return places.length === 0 ? 'false' : `(${places.join(' OR ')})`;
}

/** Whole numbers as they are, others without zeros at their end; moments as SODA writes them. */
function shownSql(expression: Typed, sql: string): string {
  if (expression.type === 'date') return `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
  return expression.type === 'number' && expression.kind !== 'column' ? `trim_scale(${sql}::numeric)` : sql;
}
