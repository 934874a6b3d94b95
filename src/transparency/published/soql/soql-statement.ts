import { functionNamed } from './functions.js';
import { ROW_ID, type SoqlType, type Typed, type TypedQuery } from './typed.js';

/** A statement whose every value is a parameter. Each answered row is a list of texts, one for each output; null is null. */
export interface SoqlStatement {
  readonly text: string;
  readonly values: readonly string[];
}

/**
 * `table` is the release's own, and names are those of its list of columns. The row's number ends every order (and all that
 * is grouped by ends that of groups), in the direction of the last thing that was asked for: no row is lost or doubled
 * between pages, and one index serves both directions.
 */
export function soqlStatement(query: TypedQuery, table: string, textColumns: readonly string[]): SoqlStatement {
  const values = new BoundValues();
  const sql = (expression: Typed): string => sqlOf(expression, values);
  const outputs = query.outputs.map(({ expression }) => shownSql(expression, sql(expression)));
  const conditions = [
    ...(query.where ? [sql(query.where)] : []),
    ...query.search.map((word) => searchSql(word, textColumns, values)),
  ];
  const order = query.order.map(({ expression, descending }) => `${sql(expression)} ${descending ? 'DESC' : 'ASC'}`);
  const direction = query.order.at(-1)?.descending === true ? 'DESC' : 'ASC';
  const last = query.grouped ? query.group.map(sql) : ['t.row_number'];
  const text = [
    `SELECT ${outputs.join(', ')} FROM ${table} t`,
    ...part(' WHERE ', conditions, ' AND '),
    ...part(' GROUP BY ', query.group.map(sql)),
    ...part(' HAVING ', query.having ? [sql(query.having)] : []),
    ...part(' ORDER BY ', [...order, ...last.map((each) => `${each} ${direction}`)]),
    ` LIMIT ${values.bind(String(query.limit), 'bigint')} OFFSET ${values.bind(String(query.offset), 'bigint')}`,
  ].join('');
  return { text, values: values.all };
}

const part = (word: string, items: readonly string[], between = ', '): string[] =>
  items.length === 0 ? [] : [`${word}${items.join(between)}`];

/** The same value is the same parameter: PostgreSQL knows two expressions for equal then. */
class BoundValues {
  private readonly places = new Map<string, string>();
  readonly all: string[] = [];

  bind(value: string, type: string): string {
    const key = `${type} ${value}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = `$${this.all.push(value)}::${type}`;
    this.places.set(key, place);
    return place;
  }
}

function sqlOf(expression: Typed, values: BoundValues): string {
  if (expression.kind === 'column') return columnSql(expression.name);
  if (expression.kind === 'literal') return literalSql(expression.value, expression.type, values);
  const definition = functionNamed(expression.name);
  if (!definition) throw new Error(`There is no function ${expression.name}.`);
  return definition.sql(...expression.operands.map((operand) => sqlOf(operand, values)));
}

/** Always with its table: a bare name could be taken for the name of an output. */
const columnSql = (name: string): string => (name === ROW_ID ? 't.row_number' : `t."${name.replaceAll('"', '""')}"`);

const TYPES: Readonly<Record<SoqlType, string>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'timestamp',
};

function literalSql(value: string | null, type: SoqlType, values: BoundValues): string {
  if (value === null) return `NULL::${TYPES[type]}`;
  // As narrow as it can be, so that an index on the column serves the comparison.
  if (type === 'number' && /^-?\d{1,9}$/.test(value)) return values.bind(value, 'integer');
  if (type === 'date' && value.endsWith('T00:00:00.000')) return values.bind(value.slice(0, 10), 'date');
  return values.bind(value, TYPES[type]);
}

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
