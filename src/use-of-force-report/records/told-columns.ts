import { type ArrayType, arrayParameter } from '../../platform/postgres/array-parameter.js';
import { isUnanswered } from '../rules/answer.js';

/** What was told, by the element. */
type Told = Readonly<Record<string, unknown>>;

/** A column, its type, and what of a row goes into it. `cast`: what PostgreSQL makes of it. */
export interface Column<Row> {
  name: string;
  type: ArrayType;
  cast?: 'date' | 'text[]';
  of: (row: Row) => string | number | boolean | null;
}

/** Rows into a table in one statement, a parameter a column; `given` are its first parameters, the same for all rows. */
export interface Insertion<Row> {
  sql: string;
  values(given: readonly unknown[], rows: readonly Row[]): unknown[];
}

/** @param given what stands in the other columns: SQL over the first parameters */
export function insertion<Row>(
  table: string,
  given: Readonly<Record<string, string>>,
  columns: readonly Column<Row>[],
): Insertion<Row> {
  const first = Object.values(given).filter((value) => value.startsWith('$')).length + 1;
  const names = columns.map(({ name }) => name);
  const lists = columns.map(({ type }, index) => `$${first + index}::${type}[]`);
  const told = columns.map(({ name, cast }) => (cast ? `told.${name}::${cast}` : `told.${name}`));
  return {
    sql: `INSERT INTO redress.${table} (${[...Object.keys(given), ...names].join(', ')})
      SELECT ${[...Object.values(given), ...told].join(', ')}
        FROM unnest(${lists.join(', ')}) AS told (${names.join(', ')})`,
    values: (before, rows) => [...before, ...columns.map(({ type, of }) => arrayParameter(type, rows.map(of)))],
  };
}

/** The column of an element; null where it has no value. */
export function told(element: string, type: ArrayType, name: string = element): Column<Told> {
  return { name, type, of: (all) => scalar(all[element]) };
}

export function toldDay(element: string, name: string): Column<Told> {
  return { ...told(element, 'text', name), cast: 'date' };
}

/** Of a list of words. */
export function toldWords(element: string, name: string = element): Column<Told> {
  return {
    name,
    type: 'text',
    cast: 'text[]',
    of: ({ [element]: words }) => (Array.isArray(words) ? textArray(words) : null),
  };
}

/** Everything that was told besides: what has a value in `answers`, what has none in `unanswered` with its state. */
export function toldBesides(elements: readonly string[]): Column<Told>[] {
  const elsewhere = new Set(elements);
  const kept = ([name, value]: [string, unknown]): boolean => !isUnanswered(value) && !elsewhere.has(name);
  return [
    { name: 'answers', type: 'jsonb', of: (all) => json(Object.entries(all).filter(kept)) },
    {
      name: 'unanswered',
      type: 'jsonb',
      of: (all) =>
        json(Object.entries(all).flatMap(([name, value]) => (isUnanswered(value) ? [[name, value.state]] : []))),
    },
  ];
}

/** The same columns of what is found in a row. */
export function inside<Row>(columns: readonly Column<Told>[], find: (row: Row) => object): Column<Row>[] {
  return columns.map((column) => ({ ...column, of: (row) => column.of(find(row) as Told) }));
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A list of words as PostgreSQL reads one (manual, "Array Input and Output Syntax"). */
export function textArray(words: readonly unknown[]): string {
  return `{${words.map((word) => `"${String(word).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function json(entries: [string, unknown][]): string | null {
  return entries.length > 0 ? JSON.stringify(Object.fromEntries(entries)) : null;
}
