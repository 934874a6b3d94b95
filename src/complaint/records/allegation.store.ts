import type { EntityManager } from 'typeorm';

export async function allegationIdsOf(manager: EntityManager, complaintId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM redress.allegation WHERE complaint_id = $1 ORDER BY source_position, id',
    [complaintId],
  );
  return rows.map((row) => row.id);
}
