import type { EntityManager } from 'typeorm';

export async function allegationIdsOf(manager: EntityManager, complaintId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM redress.allegation WHERE complaint_id = $1 ORDER BY source_position, id',
    [complaintId],
  );
  return rows.map((row) => row.id);
}

/** Null when the case has no such allegation. */
export async function categoryOf(
  manager: EntityManager,
  complaintId: string,
  allegationId: string,
): Promise<string | null> {
  const rows: { category: string }[] = await manager.query(
    'SELECT category FROM redress.allegation WHERE complaint_id = $1 AND id = $2',
    [complaintId, allegationId],
  );
  return rows[0]?.category ?? null;
}

export interface AllegationRenaming {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  allegationId: string;
  former: string;
  category: string;
  reasonCipher: Buffer;
  renamedBy: string;
  at: Date;
}

export async function renameAllegation(manager: EntityManager, row: AllegationRenaming): Promise<void> {
  await manager.query(
    `INSERT INTO redress.allegation_renaming (jurisdiction_id, id, complaint_id, allegation_id, former_category, category,
        reason_cipher, renamed_by, renamed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.allegationId, row.former, row.category],
      ...[row.reasonCipher, row.renamedBy, row.at],
    ],
  );
  await manager.query('UPDATE redress.allegation SET category = $2 WHERE id = $1', [row.allegationId, row.category]);
}
