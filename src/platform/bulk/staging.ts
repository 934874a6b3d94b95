import type { CopyValue } from './copy-line.js';

/** A temporary table for rows of one shape: its DDL, and a row's values in the order of its columns. */
export interface Staging<Row> {
  ddl: string;
  values(row: Row): CopyValue[];
}

/**
 * @param types PostgreSQL's type by field; the column of `bornOn` is `born_on`
 * @param part its name, where it holds parts of what is in `staged`; `staged` itself has the line besides
 */
export function staging<Row extends Record<keyof Row, CopyValue>>(
  types: Readonly<Record<keyof Row & string, string>>,
  part?: string,
): Staging<Row> {
  const fields = Object.keys(types) as (keyof Row & string)[];
  const columns = fields.map(
    (field) => `${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} ${types[field]}`,
  );
  return {
    ddl: `CREATE TEMP TABLE ${part ?? 'staged'} (${[...columns, ...(part ? [] : ['line integer'])].join(', ')}) WITH (toast_tuple_target = 8160) ON COMMIT DROP`,
    values: (row) => fields.map((field) => row[field]),
  };
}
