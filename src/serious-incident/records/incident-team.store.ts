import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

export interface NewTeamMember {
  jurisdictionId: string;
  id: string;
  incidentId: string;
  staffId: string;
  role: string;
  at: Date;
}

/** False when the person sits on the team already. */
export async function insertTeamMember(manager: EntityManager, member: NewTeamMember): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.incident_team (jurisdiction_id, id, review_id, staff_id, role, from_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [member.jurisdictionId, member.id, member.incidentId, member.staffId, member.role, member.at],
  );
  return rows.length === 1;
}

/** From here on the compartment is shut to them. Returns the role that they had. @throws NotFound */
export async function endTeamMember(
  manager: EntityManager,
  { incidentId, memberId, at }: { incidentId: string; memberId: string; at: Date },
): Promise<string> {
  const [rows]: [{ role: string }[], number] = await manager.query(
    `UPDATE redress.incident_team SET until_at = $3 WHERE review_id = $1 AND id = $2 AND until_at IS NULL RETURNING role`,
    [incidentId, memberId, at],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].role;
}

/** @throws NotFound for whoever is not of the team, or behind a wall of its case: as if there were nothing */
export async function requireMember(manager: EntityManager, incidentId: string, staffId: string): Promise<void> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.incident_team t JOIN redress.incident_review r ON r.jurisdiction_id = t.jurisdiction_id AND r.id = t.review_id
      WHERE t.review_id = $1 AND t.staff_id = $2 AND t.until_at IS NULL`,
    [incidentId, staffId],
  );
  if (rows.length === 0) throw new NotFound();
}

export interface Standing {
  staffId: string;
  known: boolean;
  /** Works on the case, or did */
  onTheCase: boolean;
}

/** How each of these people stands to the case: what the team says in confidence must not reach who works on it. */
export async function standingOf(
  manager: EntityManager,
  complaintId: string | null,
  staffIds: readonly string[],
): Promise<Standing[]> {
  return manager.query(
    `SELECT asked.id AS "staffId", s.id IS NOT NULL AS known,
            EXISTS (SELECT FROM redress.assignment a WHERE a.complaint_id = $1 AND a.staff_id = asked.id)
              OR EXISTS (SELECT FROM redress.recusal w WHERE w.complaint_id = $1 AND w.staff_id = asked.id) AS "onTheCase"
       FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place)
       LEFT JOIN redress.staff s ON s.id = asked.id AND s.disabled_at IS NULL ORDER BY asked.place`,
    [complaintId, staffIds],
  );
}
