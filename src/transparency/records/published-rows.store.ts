import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { AnyManifest } from './release.store.js';
import type { Place } from './place.reader.js';

/** The table that holds a release's rows. */
export const tableOfRows = (releaseId: string): string => `published.rows_${releaseId.replaceAll('-', '')}`;

/** Copies the file into a table of its own and says which bytes these were: what is hashed is what is copied. */
export async function copyRows(
  manager: EntityManager,
  releaseId: string,
  path: string,
  { columns }: AnyManifest,
): Promise<{ sha256: string; rows: number }> {
  await manager.query("SELECT set_config('statement_timeout', '10min', true)");
  const described = columns.map(({ name, type }) => ({ name, type }));
  await manager.query('SELECT published.create_rows($1, $2)', [releaseId, JSON.stringify(described)]);
  const client = (await manager.queryRunner?.connect()) as ClientBase;
  const names = columns.map(({ name }) => client.escapeIdentifier(name)).join(', ');
  const table = client.query(
    from(`COPY ${tableOfRows(releaseId)} (${names}) FROM STDIN WITH (FORMAT csv, HEADER match)`),
  );
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), hashed, table);
  return { sha256: hash.digest('hex'), rows: table.rowCount };
}

/** Fewer rows are counted as fast as they are found. */
const SMALLEST = 20_000;
/** A cube has so many times fewer rows than the release: counting in it is faster by as much. */
const TIMES_SMALLER = 20;

/** Indexes every column, for all are filters, closes the table for good, and counts beforehand what readers count by. */
export async function closeRows(
  manager: EntityManager,
  releaseId: string,
  { columns, file: { rows } }: AnyManifest,
): Promise<void> {
  await manager.query('SELECT published.close_rows($1, $2)', [releaseId, columns.map(({ name }) => name)]);
  if (rows < SMALLEST) return;
  const dimensions = columns.filter(({ role }) => role !== 'key').map(({ name }) => name);
  const mostGroups = Math.floor(rows / TIMES_SMALLER);
  await manager.query('SELECT published.build_cubes($1, $2, $3)', [releaseId, dimensions, mostGroups]);
}

/** Until its time the public role does not see these rows, as it does not see the release. */
export async function holdRows(manager: EntityManager, releaseId: string): Promise<void> {
  await manager.query('SELECT published.hold_rows($1)', [releaseId]);
}

/** From the commit of this row on the release is visible, whole; from `publicFrom` on where there is one. */
export async function insertPublished(
  manager: EntityManager,
  release: { id: string; publishedAt: Date; publicFrom: Date | null; manifest: AnyManifest; place: Place },
): Promise<void> {
  const { manifest, place } = release;
  await manager.query(
    `INSERT INTO published.release (id, jurisdiction, jurisdiction_name, dataset, version, title, published_at, row_count,
        file_sha256, file_bytes, manifest, embargoed_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      release.id,
      place.slug,
      place.name,
      manifest.dataset,
      manifest.version,
      manifest.title,
      // What readers are told is when it came out.
      release.publicFrom ?? release.publishedAt,
      manifest.file.rows,
      manifest.file.sha256,
      manifest.file.bytes,
      JSON.stringify(manifest),
      release.publicFrom,
    ],
  );
}
