import type { EntityManager } from 'typeorm';

export interface DraftRow {
  id: string;
  version: number;
  toldCipher: Buffer;
  begunAt: Date;
  changedAt: Date;
}

const COLUMNS = `SELECT id, version, told_cipher AS "toldCipher", begun_at AS "begunAt", changed_at AS "changedAt"
  FROM redress.use_of_force_draft WHERE department_id = $1`;
const ONE = `${COLUMNS} AND id = $2`;
const ONE_HELD = `${ONE} FOR UPDATE`;
const PAGE = `${COLUMNS} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;

export async function findDraft(manager: EntityManager, departmentId: string, id: string): Promise<DraftRow | null> {
  const rows: DraftRow[] = await manager.query(ONE, [departmentId, id]);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends. */
export async function lockDraft(manager: EntityManager, departmentId: string, id: string): Promise<DraftRow | null> {
  const rows: DraftRow[] = await manager.query(ONE_HELD, [departmentId, id]);
  return rows[0] ?? null;
}

export async function pageOfDrafts(
  manager: EntityManager,
  departmentId: string,
  after: string | null,
  limit: number,
): Promise<DraftRow[]> {
  return manager.query(PAGE, [departmentId, after, limit]);
}

export async function insertDraft(
  manager: EntityManager,
  department: { jurisdictionId: string; departmentId: string },
  draft: { id: string; toldCipher: Buffer; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_draft (jurisdiction_id, id, department_id, told_cipher, begun_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [department.jurisdictionId, draft.id, department.departmentId, draft.toldCipher, draft.at],
  );
}

/** The caller holds the row. */
export async function changeDraft(manager: EntityManager, id: string, toldCipher: Buffer, at: Date): Promise<void> {
  await manager.query(
    'UPDATE redress.use_of_force_draft SET told_cipher = $2, changed_at = $3, version = version + 1 WHERE id = $1',
    [id, toldCipher, at],
  );
}

/** The caller holds the row. */
export async function deleteDraft(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM redress.use_of_force_draft WHERE id = $1', [id]);
}
