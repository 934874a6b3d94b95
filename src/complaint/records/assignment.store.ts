import type { EntityManager } from 'typeorm';
import type { StaffRole } from '../../shared/actor.js';

export interface CurrentAssignment {
  id: string;
  staffId: string;
}

export async function currentAssignment(
  manager: EntityManager,
  complaintId: string,
): Promise<CurrentAssignment | null> {
  const rows: CurrentAssignment[] = await manager.query(
    'SELECT id, staff_id AS "staffId" FROM redress.assignment WHERE complaint_id = $1 AND ended_at IS NULL',
    [complaintId],
  );
  return rows[0] ?? null;
}

/** The assignment stays in the record with its end. */
export async function endAssignment(manager: EntityManager, assignmentId: string, at: Date): Promise<void> {
  await manager.query('UPDATE redress.assignment SET ended_at = $2 WHERE id = $1', [assignmentId, at]);
}

/** Null when there is no such person here, or they have left. */
export async function rolesOf(manager: EntityManager, staffId: string): Promise<StaffRole[] | null> {
  const rows: { roles: StaffRole[] }[] = await manager.query(
    'SELECT roles FROM redress.staff WHERE id = $1 AND disabled_at IS NULL',
    [staffId],
  );
  return rows[0]?.roles ?? null;
}
