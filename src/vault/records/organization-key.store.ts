import type { EntityManager } from 'typeorm';
import type { WrappedKey } from '../../platform/keys/index.js';

export interface VersionStanding {
  readonly version: number;
  readonly kekId: string | null;
  readonly drawnAt: Date;
  /** How many cases' keys are wrapped under it */
  readonly cases: number;
}

/** Every version that is not destroyed, oldest first. */
export async function versionsStanding(manager: EntityManager): Promise<VersionStanding[]> {
  return manager.query<VersionStanding[]>(
    `SELECT o.version, o.kek_id AS "kekId", o.drawn_at AS "drawnAt", coalesce(k.cases, 0) AS cases
       FROM redress.organization_key o LEFT JOIN (
         SELECT organization_version AS version, count(*)::int AS cases FROM redress.case_key GROUP BY 1) k USING (version)
      ORDER BY o.version`,
  );
}

export async function newestVersion(manager: EntityManager): Promise<number> {
  const rows: { newest: number | null }[] = await manager.query(
    'SELECT max(version) AS newest FROM redress.organization_key',
  );
  return rows[0]?.newest ?? 0;
}

export async function insertVersion(
  manager: EntityManager,
  jurisdictionId: string,
  { version, kekId, wrapped }: WrappedKey & { version: number },
): Promise<void> {
  await manager.query(
    'INSERT INTO redress.organization_key (jurisdiction_id, version, kek_id, wrapped) VALUES ($1, $2, $3, $4)',
    [jurisdictionId, version, kekId, wrapped],
  );
}

/** What was hashed under older versions: each of it stands under this one too. */
export async function forgetHashesBefore(manager: EntityManager, version: number): Promise<void> {
  await manager.query('DELETE FROM redress.contact_index WHERE organization_version < $1', [version]);
}

/** Whoever writes under an older version is waited for, and then waits: what they wrote is seen. */
export async function holdVersionsBefore(manager: EntityManager, version: number): Promise<void> {
  await manager.query('SELECT FROM redress.organization_key WHERE version < $1 ORDER BY version FOR UPDATE', [version]);
}

/** What is still wrapped under one of them keeps it (foreign key). */
export async function destroyVersionsBefore(manager: EntityManager, version: number): Promise<number[]> {
  const [rows] = await manager.query<[{ version: number }[], number]>(
    'DELETE FROM redress.organization_key WHERE version < $1 RETURNING version',
    [version],
  );
  return rows.map((row) => row.version).sort((a, b) => a - b);
}

export async function wrappedVersions(manager: EntityManager): Promise<(WrappedKey & { version: number })[]> {
  return manager.query<(WrappedKey & { version: number })[]>(
    `SELECT version, kek_id AS "kekId", wrapped FROM redress.organization_key WHERE wrapped IS NOT NULL ORDER BY version`,
  );
}

/** False when somebody else wrapped it anew meanwhile. */
export async function replaceWrapping(
  manager: EntityManager,
  before: WrappedKey & { version: number },
  { kekId, wrapped }: WrappedKey,
): Promise<boolean> {
  const [, changed] = await manager.query<[unknown, number]>(
    'UPDATE redress.organization_key SET kek_id = $3, wrapped = $4 WHERE version = $1 AND wrapped = $2',
    [before.version, before.wrapped, kekId, wrapped],
  );
  return changed === 1;
}
