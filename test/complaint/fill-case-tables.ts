import type pg from 'pg';

export interface CaseColumn {
  table: string;
  column: string;
}

/** Every column of the case side that names a case. `recusal` is the wall itself and not behind it. */
export async function caseTables(owner: pg.Pool): Promise<CaseColumn[]> {
  const { rows } = await owner.query<CaseColumn>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'redress' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'recusal'
        AND (c.column_name LIKE '%complaint_id' OR (c.table_name, c.column_name) = ('complaint', 'id'))
      ORDER BY 1, 2`,
  );
  return rows;
}

/** A value that the type takes; what a row says does not matter here, only whose it is. */
const SAMPLES: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `'x' || gen_random_uuid()`,
  int4: '1',
  int8: '1',
  numeric: '1',
  float8: '1',
  bool: 'false',
  bytea: `decode(replace(gen_random_uuid()::text, '-', ''), 'hex')`,
  date: 'current_date',
  timestamptz: 'now()',
  jsonb: `'{}'`,
  _text: `'{}'`,
  _uuid: `'{}'`,
  _int4: `'{}'`,
  json: `'{}'`,
};

/** For rows that mean nothing the test's own copy of the database loses its other constraints, and its triggers. */
export async function loosen(owner: pg.Pool): Promise<void> {
  const { rows: checks } = await owner.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint
      WHERE connamespace = 'redress'::regnamespace AND contype IN ('c', 'f')`,
  );
  const { rows: triggers } = await owner.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %I.%I DISABLE TRIGGER USER', schemaname, tablename) AS sql FROM pg_tables WHERE schemaname = 'redress'`,
  );
  await owner.query([...checks, ...triggers].map(({ sql }) => sql).join(';'));
}

interface Required {
  table: string;
  name: string;
  type: string;
}

/** The columns that have to say something, whatever it is. */
export async function requiredColumns(owner: pg.Pool): Promise<Required[]> {
  const { rows } = await owner.query<Required>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'redress' AND is_nullable = 'NO' AND column_name <> 'jurisdiction_id'`,
  );
  return rows;
}

/** A row for each of these ids, which stands in the column, where one is given. */
export async function fillRows(
  owner: pg.Pool,
  jurisdictionId: string,
  { table, column, required }: { table: string; column?: string | undefined; required: readonly Required[] },
  ids: readonly string[],
): Promise<void> {
  const columns = required.filter((one) => one.table === table && one.name !== column);
  const given = column === undefined ? [] : [column];
  const names = ['jurisdiction_id', ...given, ...columns.map(({ name }) => name)].map((name) => `"${name}"`);
  const values = ['$1', ...given.map(() => 'given'), ...columns.map(({ type }) => SAMPLES[type] ?? 'NULL')];
  await owner.query(
    `INSERT INTO redress."${table}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM unnest($2::uuid[]) given
     ON CONFLICT DO NOTHING`,
    [jurisdictionId, ids],
  );
}

/**
 * Puts a row of each of these cases into every case-bound table, the future ones too, once constraints are loosened.
 * Row-level security, which is what is tested, stays as it is.
 */
export async function fillCaseTables(owner: pg.Pool, jurisdictionId: string, ...complaintIds: string[]): Promise<void> {
  const required = await requiredColumns(owner);
  for (const { table, column } of await caseTables(owner))
    if (table !== 'complaint') await fillRows(owner, jurisdictionId, { table, column, required }, complaintIds);
}
