import type { EntityManager } from 'typeorm';
import type { RecusalReason } from '../rules/recusal-reason.js';

export interface NewRecusal {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  staffId: string;
  reason: RecusalReason;
  declaredAt: Date;
}

export async function isRecused(manager: EntityManager, complaintId: string, staffId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.recusal WHERE complaint_id = $1 AND staff_id = $2', [
    complaintId,
    staffId,
  ]);
  return rows.length > 0;
}

/** From here on the database hides the case from that person, in this very transaction too: let it be the last statement. */
export async function insertRecusal(manager: EntityManager, recusal: NewRecusal): Promise<void> {
  const { jurisdictionId, id, complaintId, staffId, reason, declaredAt } = recusal;
  await manager.query(
    `INSERT INTO redress.recusal (jurisdiction_id, id, complaint_id, staff_id, reason, declared_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [jurisdictionId, id, complaintId, staffId, reason, declaredAt],
  );
}
