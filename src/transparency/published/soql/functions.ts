import { operators, quotient } from './operators.js';
import { EVERY, ORDERED, type SoqlFunction } from './soql-function.js';

const ofText = (gives: 'text' | 'number', name: string): SoqlFunction => ({
  takes: ['text'],
  gives,
  sql: (value = '') => `${name}(${value})`,
});
const truncated = (part: string): SoqlFunction => ({
  takes: ['date'],
  gives: 'date',
  sql: (value = '') => `date_trunc('${part}', ${value}::timestamp)`,
});
const extracted = (part: string): SoqlFunction => ({
  takes: ['date'],
  gives: 'number',
  sql: (value = '') => `extract(${part} FROM ${value}::timestamp)::integer`,
});
const extreme = (name: string): SoqlFunction => ({
  takes: ['same'],
  among: ORDERED,
  gives: 'same',
  aggregate: true,
  sql: (value = '') => `${name}(${value})`,
});
const counting = (
  takes: SoqlFunction['takes'],
  sql: SoqlFunction['sql'],
  overCube: SoqlFunction['overCube'],
): SoqlFunction => ({ takes, gives: 'number', aggregate: true, sql, ...(overCube ? { overCube } : {}) });
const countOver = (times: string, value = ''): string =>
  `coalesce(sum(${times}) FILTER (WHERE ${value} IS NOT NULL), 0)`;

/** Functions that a query may call by name. */
const named: Readonly<Record<string, SoqlFunction>> = {
  upper: ofText('text', 'upper'),
  lower: ofText('text', 'lower'),
  length: ofText('number', 'length'),
  starts_with: {
    takes: ['text', 'text'],
    gives: 'boolean',
    sql: (value = '', start = '') => `starts_with(${value}, ${start})`,
  },
  contains: {
    takes: ['text', 'text'],
    gives: 'boolean',
    sql: (value = '', part = '') => `(strpos(${value}, ${part}) > 0)`,
  },
  date_trunc_y: truncated('year'),
  date_trunc_ym: truncated('month'),
  date_trunc_ymd: truncated('day'),
  date_extract_y: extracted('year'),
  date_extract_m: extracted('month'),
  date_extract_d: extracted('day'),
  coalesce: {
    takes: ['same'],
    repeats: ['same'],
    among: EVERY,
    gives: 'same',
    sql: (...values) => `coalesce(${values.join(', ')})`,
  },
  case: {
    takes: ['boolean', 'same'],
    repeats: ['boolean', 'same'],
    among: EVERY,
    gives: 'same',
    sql: (...parts) => `(CASE${branches(parts)} END)`,
  },
  count: counting(['any'], (value = '') => `count(${value})`, countOver),
  sum: counting(
    ['number'],
    (value = '') => `sum(${value})`,
    (times, value = '') => `sum(${value} * ${times})`,
  ),
  avg: counting(
    ['number'],
    (value = '') => quotient(`sum(${value})::numeric`, `count(${value})`),
    (times, value = '') => quotient(`sum(${value} * ${times})::numeric`, countOver(times, value)),
  ),
  min: extreme('min'),
  max: extreme('max'),
};

/** Everything that may stand in a query. What is not in here cannot be asked. */
const functions: ReadonlyMap<string, SoqlFunction> = new Map([
  ...Object.entries(operators),
  ...Object.entries(named),
  [
    'count(*)',
    counting(
      [],
      () => 'count(*)',
      (times) => `coalesce(sum(${times}), 0)`,
    ),
  ],
  ['count distinct', counting(['any'], (value = '') => `count(DISTINCT ${value})`, undefined)],
]);

export const functionNamed = (name: string): SoqlFunction | null => functions.get(name) ?? null;
export const FUNCTION_NAMES: readonly string[] = Object.keys(named);

function branches(parts: readonly string[]): string {
  return parts.map((part, at) => (at % 2 === 0 ? ` WHEN ${part}` : ` THEN ${part}`)).join('');
}
