import type { BoundValues } from './bound-values.js';
import { functionNamed } from './functions.js';
import type { Source } from './source.js';
import { ROW_ID, type SoqlType, type Typed } from './typed.js';

/** SQL of an expression over the rows `t` of a source. */
export function expressionSql(expression: Typed, { times }: Source, values: BoundValues): string {
  const sql = (each: Typed): string => {
    if (each.kind === 'column') return columnSql(each.name);
    if (each.kind === 'literal') return literalSql(each.value, each.type, values);
    const definition = functionNamed(each.name);
    if (!definition) throw new Error(`There is no function ${each.name}.`);
    const operands = each.operands.map(sql);
    return times !== undefined && definition.overCube
      ? definition.overCube(`t."${times}"`, ...operands)
      : definition.sql(...operands);
  };
  return sql(expression);
}

/** Always with its table: a bare name could be taken for the name of an output. */
export const columnSql = (name: string): string =>
  name === ROW_ID ? 't.row_number' : `t."${name.replaceAll('"', '""')}"`;

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
