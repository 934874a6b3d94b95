import type { CopyValue } from './copy-line.js';

/** The temporary table `staged` for rows of one shape: its DDL, and a row's values in the order of its columns. */
export interface Staging<Row> {
  ddl: string;
  values(row: Row): CopyValue[];
}

/** @param types PostgreSQL's type by field; the column of `bornOn` is `born_on` */
export function staging<Row extends Record<keyof Row, CopyValue>>(
  types: Readonly<Record<keyof Row & string, string>>,
): Staging<Row> {
  const fields = Object.keys(types) as (keyof Row & string)[];
  const columns = fields.map(
    (field) => `${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} ${types[field]}`,
  );
  return {
    ddl: `CREATE TEMP TABLE staged (${columns.join(', ')}, line integer) WITH (toast_tuple_target = 8160) ON COMMIT DROP`,
    values: (row) => fields.map((field) => row[field]),
  };
}
