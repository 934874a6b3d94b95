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

export interface NewAssignmentRow {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  staffId: string;
  assignedBy: string;
  reasonCipher: Buffer | null;
  at: Date;
}

export async function insertAssignment(manager: EntityManager, row: NewAssignmentRow): Promise<void> {
  await manager.query(
    `INSERT INTO redress.assignment (jurisdiction_id, id, complaint_id, staff_id, assigned_by, reason_cipher, assigned_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.jurisdictionId, row.id, row.complaintId, row.staffId, row.assignedBy, row.reasonCipher, row.at],
  );
}

/** Why an assignment came to its end. */
export type AssignmentEnd = 'reassigned' | 'recused';

/** The assignment stays in the record with its end. */
export async function endAssignment(
  manager: EntityManager,
  assignmentId: string,
  { why, by, at }: { why: AssignmentEnd; by: string; at: Date },
): Promise<void> {
  await manager.query(
    'UPDATE redress.assignment SET ended_at = $2, ended_by = $3, ended_why = $4 WHERE id = $1 AND ended_at IS NULL',
    [assignmentId, at, by, why],
  );
}

export interface PastAssignment {
  assignmentId: string;
  staffId: string;
  displayName: string;
  assignedBy: string;
  assignedAt: Date;
  reasonCipher: Buffer | null;
  endedAt: Date | null;
  endedBy: string | null;
  endedWhy: AssignmentEnd | null;
}

/** Everybody who ever had the case, in order. */
export async function assignmentsOf(manager: EntityManager, complaintId: string): Promise<PastAssignment[]> {
  return manager.query(
    `SELECT g.id AS "assignmentId", g.staff_id AS "staffId", m.display_name AS "displayName", g.assigned_by AS "assignedBy",
            redress.shown_time(g.assigned_at, c.anonymous) AS "assignedAt", g.reason_cipher AS "reasonCipher",
            redress.shown_time(g.ended_at, c.anonymous) AS "endedAt", g.ended_by AS "endedBy", g.ended_why AS "endedWhy"
       FROM redress.assignment g
       JOIN redress.complaint c ON c.jurisdiction_id = g.jurisdiction_id AND c.id = g.complaint_id
       JOIN redress.staff m ON m.jurisdiction_id = g.jurisdiction_id AND m.id = g.staff_id
      WHERE g.complaint_id = $1 ORDER BY g.assigned_at, g.id`,
    [complaintId],
  );
}

/** Null when there is no such person here, or they have left. */
export async function rolesOf(manager: EntityManager, staffId: string): Promise<StaffRole[] | null> {
  const rows: { roles: StaffRole[] }[] = await manager.query(
    'SELECT roles FROM redress.staff WHERE id = $1 AND disabled_at IS NULL',
    [staffId],
  );
  return rows[0]?.roles ?? null;
}
