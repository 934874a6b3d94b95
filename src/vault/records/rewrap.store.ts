import type { EntityManager } from 'typeorm';

export interface WrappedRow {
  readonly id: string;
  readonly version: number;
  readonly wrapped: Buffer;
}

/**
 * The next cases whose key is under an older version, held with their keys: who works on one of them meanwhile waits for the
 * batch, and whoever works on one already is passed over and comes up again. Waits for nobody, so no two wait for each other.
 */
export async function nextCases(
  manager: EntityManager,
  { afterCase, toVersion, most }: { afterCase: string | null; toVersion: number; most: number },
): Promise<WrappedRow[]> {
  return manager.query<WrappedRow[]>(
    `SELECT k.complaint_id AS id, k.organization_version AS version, k.wrapped FROM redress.case_key k
       JOIN redress.complaint c ON c.jurisdiction_id = k.jurisdiction_id AND c.id = k.complaint_id
      WHERE k.organization_version < $2 AND ($1::uuid IS NULL OR k.complaint_id > $1) ORDER BY k.complaint_id LIMIT $3
        FOR NO KEY UPDATE OF c SKIP LOCKED FOR UPDATE OF k SKIP LOCKED`,
    [afterCase, toVersion, most],
  );
}

export async function rewrapCases(manager: EntityManager, rows: readonly WrappedRow[]): Promise<void> {
  await manager.query(
    `UPDATE redress.case_key k SET wrapped = n.wrapped, organization_version = n.version, wrapping_key_id = 'organization/' || n.version
       FROM unnest($1::uuid[], $2::int[], $3::bytea[]) AS n (id, version, wrapped) WHERE k.complaint_id = n.id`,
    columnsOf(rows),
  );
}

/** Few: one a series and year. */
export async function epochKeys(manager: EntityManager, toVersion: number): Promise<WrappedRow[]> {
  return manager.query<WrappedRow[]>(
    `SELECT id, organization_version AS version, key_cipher AS wrapped FROM redress.release_epoch
      WHERE organization_version < $1 FOR UPDATE`,
    [toVersion],
  );
}

export async function rewrapEpochs(manager: EntityManager, rows: readonly WrappedRow[]): Promise<void> {
  await manager.query(
    `UPDATE redress.release_epoch e SET key_cipher = n.wrapped, organization_version = n.version,
        wrapping_key_id = 'organization/' || n.version
       FROM unnest($1::uuid[], $2::int[], $3::bytea[]) AS n (id, version, wrapped) WHERE e.id = n.id`,
    columnsOf(rows),
  );
}

/** Few: one a serious incident. Shown to a rotation that is under way, and their material to nobody but the team. */
export async function compartmentKeys(manager: EntityManager, toVersion: number): Promise<WrappedRow[]> {
  return manager.query<WrappedRow[]>(
    `SELECT review_id AS id, organization_version AS version, key_cipher AS wrapped FROM redress.incident_compartment
      WHERE organization_version < $1 FOR UPDATE`,
    [toVersion],
  );
}

export async function rewrapCompartments(manager: EntityManager, rows: readonly WrappedRow[]): Promise<void> {
  await manager.query(
    `UPDATE redress.incident_compartment i SET key_cipher = n.wrapped, organization_version = n.version,
        wrapping_key_id = 'organization/' || n.version
       FROM unnest($1::uuid[], $2::int[], $3::bytea[]) AS n (id, version, wrapped) WHERE i.review_id = n.id`,
    columnsOf(rows),
  );
}

/** Cases' keys that are left under an older version. */
export async function casesLeft(manager: EntityManager, toVersion: number): Promise<number> {
  const rows: { n: number }[] = await manager.query(
    'SELECT count(*)::int AS n FROM redress.case_key WHERE organization_version < $1',
    [toVersion],
  );
  return rows[0]?.n ?? 0;
}

const columnsOf = (rows: readonly WrappedRow[]): unknown[] => [
  rows.map(({ id }) => id),
  rows.map(({ version }) => version),
  rows.map(({ wrapped }) => wrapped),
];
