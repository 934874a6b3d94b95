import type { EntityManager } from 'typeorm';
import type { Relation } from '../rules/permissions.js';

/**
 * How the signed-in person stands to a case. A recused person gets the empty list, and so does everybody for a case that
 * is not there: the wall hides the complaint itself.
 */
export async function relationsTo(manager: EntityManager, complaintId: string, staffId: string): Promise<Relation[]> {
  const rows: { assigned: boolean; panel: boolean; mediating: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT FROM redress.assignment a
              WHERE a.complaint_id = c.id AND a.staff_id = $2 AND a.ended_at IS NULL) AS assigned,
            EXISTS (SELECT FROM redress.panel_member p JOIN redress.board_member b
                ON b.jurisdiction_id = p.jurisdiction_id AND b.id = p.member_id
              WHERE p.complaint_id = c.id AND b.staff_id = $2) AS panel,
            EXISTS (SELECT FROM redress.mediation m WHERE m.complaint_id = c.id AND m.mediator_id = $2) AS mediating
       FROM redress.complaint c WHERE c.id = $1`,
    [complaintId, staffId],
  );
  const [row] = rows;
  if (!row) return [];
  const relations = ['assigned', 'panel', 'mediating'] as const;
  return ['any', ...relations.filter((relation) => row[relation])];
}
