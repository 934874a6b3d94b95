import type { EntityManager } from 'typeorm';
import type { ReleaseManifest } from '../build/release-manifest.js';
import { PUBLIC_RELEASE } from './release.store.js';

/** The release that a cut is made of. */
export interface SourceOfCut {
  readonly releaseId: string;
  readonly manifest: ReleaseManifest;
  /** A case that it may show was sealed or destroyed since: nothing more is made of it. */
  readonly recalled: boolean;
}

const NEWEST = `SELECT r.id AS "releaseId", r.manifest,
            EXISTS (SELECT FROM redress.release_recall recall WHERE recall.release_id = r.id) AS recalled
       FROM redress.release r WHERE r.dataset = $1 AND ${PUBLIC_RELEASE}
      ORDER BY r.published_at DESC, string_to_array(r.version, '.')::int[] DESC LIMIT 1`;
const CUTS = `SELECT r.id, r.version FROM redress.release r
      WHERE r.manifest #>> '{madeOf,dataset}' = $1 AND r.manifest #>> '{madeOf,version}' = $2 AND ${PUBLIC_RELEASE}
      ORDER BY r.id FOR UPDATE OF r`;

/** The newest that is public; null: there is none. */
export async function newestSource(manager: EntityManager, dataset: string): Promise<SourceOfCut | null> {
  const rows: SourceOfCut[] = await manager.query(NEWEST, [dataset]);
  return rows[0] ?? null;
}

/** Releases that were cut from this one and are public. */
export async function cutsOf(
  manager: EntityManager,
  { dataset, version }: { dataset: string; version: string },
): Promise<{ id: string; version: string }[]> {
  return manager.query(CUTS, [dataset, version]);
}
