import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';

export type CellType = 'text' | 'integer' | 'boolean' | 'date';
export interface TableColumn {
  name: string;
  type: CellType;
  /** As the manifest lists them; not where it is left out. */
  values?: string[];
}
export type Cell = string | number | boolean | null;

export interface PublishedTable {
  id: string;
  jurisdiction: string;
  dataset: string;
  version: string;
  columns: TableColumn[];
  /** The place's name; Riverton's where it is left out. */
  place?: string;
  /** Of data.csv; 1 where it is left out, and there is no file. */
  bytes?: number;
  /** What the manifest lists; nothing where it is left out. */
  files?: { name: string; sha256: string; bytes: number }[];
  /** Now, where it is absent */
  publishedAt?: Date;
}

/** Cubes of made-up tables hold as many combinations as there are: all that can come from one does. */
const MANY = 1_000_000;

/** The table's name in the database. */
export const tableName = (id: string): string => `published.rows_${id.replaceAll('-', '')}`;

/**
 * A release in the published schema as the publisher leaves it, from rows that are given: of any types, of any size. It was
 * approved by nobody, so the owner sets the triggers aside.
 */
export async function publishTable(
  owner: pg.ClientBase | pg.Pool,
  table: Omit<PublishedTable, 'id'>,
  fill: (name: string, names: string) => Promise<number>,
  { mostGroups = MANY, keys = [] as readonly string[], isIndexed = true } = {},
): Promise<PublishedTable> {
  const id = randomUUID();
  const { columns, jurisdiction, dataset, version, files, place = 'City of Riverton', bytes = 1 } = table;
  await owner.query('SELECT published.create_rows($1, $2)', [id, JSON.stringify(columns)]);
  const rows = await fill(tableName(id), columns.map(({ name }) => `"${name}"`).join(', '));
  const names = columns.map(({ name }) => name);
  await owner.query('SELECT published.close_rows($1, $2)', [id, isIndexed ? names : []]);
  const dimensions = names.filter((name) => !keys.includes(name));
  if (isIndexed) await owner.query('SELECT published.build_cubes($1, $2, $3)', [id, dimensions, mostGroups]);
  const manifest = {
    ...(files ? { files } : {}),
    oneRow: 'One row is one made-up thing.',
    caveats: ['None of it happened.'],
    k: 1,
    suppressed: { rows: 0, units: 0 },
    columns: columns.map((column) => ({
      ...column,
      title: column.name,
      role: 'insensitive',
      description: column.name,
    })),
  };
  const decided = ['refuse_unapproved', 'refuse_loose_embargo'] as const;
  for (const trigger of decided) await owner.query(`ALTER TABLE published.release DISABLE TRIGGER ${trigger}`);
  await owner.query(
    `INSERT INTO published.release (id, jurisdiction, jurisdiction_name, dataset, version, title, published_at, row_count, file_sha256,
       file_bytes, manifest)
     VALUES ($1, $2, $8, $3, $4, 'Made-up things', coalesce($10, now()), $5, $6, $9, $7)`,
    [
      id,
      jurisdiction,
      dataset,
      version,
      rows,
      createHash('sha256').update(id).digest('hex'),
      JSON.stringify(manifest),
      place,
      bytes,
      table.publishedAt ?? null,
    ],
  );
  for (const trigger of decided) await owner.query(`ALTER TABLE published.release ENABLE TRIGGER ${trigger}`);
  return { id, ...table };
}

/** Fills the table with these rows, cells in the order of the columns. */
export function rowsOf(owner: pg.ClientBase | pg.Pool, rows: readonly (readonly Cell[])[]) {
  return async (name: string, names: string): Promise<number> => {
    for (const cells of rows)
      await owner.query(
        `INSERT INTO ${name} (${names}) VALUES (${cells.map((_, at) => `$${at + 1}`).join(', ')})`,
        cells as unknown[],
      );
    return rows.length;
  };
}

/** Takes releases of a dataset back, or one of them, as a withdrawal leaves them: a tombstone, and neither rows nor release. */
export async function takeBack(
  owner: pg.Pool,
  { dataset, version, reason }: { dataset: string; version?: string; reason: string },
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO published.withdrawn_release (id, jurisdiction, dataset, version, title, published_at, withdrawn_at, reason)
     SELECT id, jurisdiction, dataset, version, title, published_at, now(), $3 FROM published.release
      WHERE dataset = $1 AND version = coalesce($2, version)
     RETURNING id`,
    [dataset, version ?? null, reason],
  );
  for (const { id } of rows) {
    await owner.query('DELETE FROM published.release WHERE id = $1', [id]);
    await owner.query(`DROP TABLE ${tableName(id)}`);
  }
}
