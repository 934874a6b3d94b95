import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { OpenManifest } from '../build/open/open-manifest.js';
import type { ReleaseManifest } from '../build/release-manifest.js';
import type { Verification } from '../verify/index.js';

export type ReleaseStatus = 'requested' | 'built' | 'verified' | 'published' | 'failed' | 'cancelled';

/** Of a dataset that is anonymized, or of one that says nothing new. */
export type AnyManifest = ReleaseManifest | OpenManifest;

export const isOpenRelease = (manifest: AnyManifest): manifest is OpenManifest => 'basis' in manifest;

/** Of `release r`: it is out, and was not taken back. */
export const PUBLIC_RELEASE = `r.status = 'published' AND NOT EXISTS (SELECT FROM redress.release_withdrawal gone WHERE gone.release_id = r.id)`;

export interface Release {
  id: string;
  dataset: string;
  version: string;
  status: ReleaseStatus;
  charterId: string;
  specSha256: string;
  requestedBy: string;
  requestedAt: Date;
  fileSha256: string | null;
  manifest: AnyManifest | null;
  proof: Verification | null;
  failure: string | null;
  publishedAt: Date | null;
  /** Published, but not before the public until then; null: at once. */
  publicFrom: Date | null;
  withdrawnAt: Date | null;
}

export interface NewRelease extends Pick<
  Release,
  'id' | 'dataset' | 'version' | 'charterId' | 'specSha256' | 'requestedBy' | 'requestedAt'
> {
  jurisdictionId: string;
  spec: object;
}

const COLUMNS = `id, dataset, version, status, charter_id AS "charterId", spec_sha256 AS "specSha256",
  requested_by AS "requestedBy", requested_at AS "requestedAt", file_sha256 AS "fileSha256", manifest, proof, failure,
  published_at AS "publishedAt", public_from AS "publicFrom",
  (SELECT w.withdrawn_at FROM redress.release_withdrawal w WHERE w.release_id = release.id) AS "withdrawnAt"`;

export async function insertRelease(manager: EntityManager, release: NewRelease): Promise<void> {
  await manager.query(
    `INSERT INTO redress.release (jurisdiction_id, id, dataset, version, status, charter_id, spec, spec_sha256, requested_by,
        requested_at)
     VALUES ($1, $2, $3, $4, 'requested', $5, $6, $7, $8, $9)`,
    [
      release.jurisdictionId,
      release.id,
      release.dataset,
      release.version,
      release.charterId,
      JSON.stringify(release.spec),
      release.specSha256,
      release.requestedBy,
      release.requestedAt,
    ],
  );
}

/** A release that was ever asked for. */
export interface AskedVersion {
  version: string;
  /** Of its manifest; null until it is built, and where it never is. */
  columns: { name: string; type: string }[] | null;
}

/** Every one of the dataset: a number is not used twice, not after a failure either. */
export async function versionsOf(manager: EntityManager, dataset: string): Promise<AskedVersion[]> {
  return manager.query(`SELECT version, manifest -> 'columns' AS columns FROM redress.release WHERE dataset = $1`, [
    dataset,
  ]);
}

/** `lock` keeps others from moving it on until the transaction ends. @throws NotFound */
export async function releaseById(manager: EntityManager, id: string, lock = false): Promise<Release> {
  const select = `SELECT ${COLUMNS} FROM redress.release WHERE id = $1${lock ? ' FOR UPDATE' : ''}`;
  const rows: Release[] = await manager.query(select, [id]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** The manifest of the release that was published last and not withdrawn; null before the first. */
export async function lastPublished(manager: EntityManager, dataset: string): Promise<ReleaseManifest | null> {
  const rows: { manifest: ReleaseManifest }[] = await manager.query(
    `SELECT r.manifest FROM redress.release r WHERE r.dataset = $1 AND r.status = 'published'
        AND NOT EXISTS (SELECT FROM redress.release_withdrawal w WHERE w.release_id = r.id)
      ORDER BY r.published_at DESC, string_to_array(r.version, '.')::int[] DESC LIMIT 1`,
    [dataset],
  );
  return rows[0]?.manifest ?? null;
}

/** Of the dataset's published releases that are of a series, in the order in which they came out; without `but`. */
export async function seriesManifests(
  manager: EntityManager,
  dataset: string,
  but: string,
): Promise<ReleaseManifest[]> {
  const rows: { manifest: ReleaseManifest }[] = await manager.query(
    `SELECT manifest FROM redress.release
      WHERE dataset = $1 AND status = 'published' AND id <> $2 AND manifest ? 'series' ORDER BY published_at, id`,
    [dataset, but],
  );
  return rows.map(({ manifest }) => manifest);
}

/** What was asked for: it is kept with the release, whatever the dataset becomes. */
export async function specOf(manager: EntityManager, id: string): Promise<object> {
  const rows: { spec: object }[] = await manager.query('SELECT spec FROM redress.release WHERE id = $1', [id]);
  if (!rows[0]) throw new NotFound();
  return rows[0].spec;
}

/** False when it was no longer waiting to be built: somebody else has built it. */
export async function markBuilt(manager: EntityManager, id: string, manifest: AnyManifest): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE redress.release SET status = 'built', file_sha256 = $2, manifest = $3, row_version = row_version + 1
      WHERE id = $1 AND status = 'requested'`,
    [id, manifest.file.sha256, JSON.stringify(manifest)],
  );
  return count === 1;
}

export async function markFailed(manager: EntityManager, id: string, failure: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE redress.release SET status = 'failed', failure = $2, row_version = row_version + 1
      WHERE id = $1 AND status = 'requested'`,
    [id, failure],
  );
  return count === 1;
}

/** False when it does not wait to be built any more. */
export async function markCancelled(manager: EntityManager, id: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE redress.release SET status = 'cancelled', row_version = row_version + 1 WHERE id = $1 AND status = 'requested'`,
    [id],
  );
  return count === 1;
}

/** A proof that fails takes a release back to `built`: what was verified once and is not any more is not published. */
export async function saveProof(manager: EntityManager, id: string, proof: Verification): Promise<void> {
  await manager.query(
    `UPDATE redress.release SET status = $2, proof = $3, row_version = row_version + 1
      WHERE id = $1 AND status IN ('built', 'verified')`,
    [id, proof.ok ? 'verified' : 'built', JSON.stringify(proof)],
  );
}

/** False when it does not stand verified. @throws an error of SQLSTATE RD003 without two people's approval */
export async function markPublished(
  manager: EntityManager,
  id: string,
  { at, publicFrom }: { readonly at: Date; readonly publicFrom: Date | null },
): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE redress.release SET status = 'published', published_at = $2, public_from = $3, row_version = row_version + 1
      WHERE id = $1 AND status = 'verified'`,
    [id, at, publicFrom],
  );
  return count === 1;
}
