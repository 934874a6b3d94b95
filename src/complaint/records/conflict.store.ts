import type { EntityManager } from 'typeorm';
import type { ConflictSigns } from '../rules/conflicts-found.js';

export interface NewDeclaration {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  staffId: string;
  relation: string | null;
  barring: boolean;
  at: Date;
}

/** False when the person has declared the same in this case before. */
export async function insertDeclaration(manager: EntityManager, declared: NewDeclaration): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.conflict_declaration (jurisdiction_id, id, complaint_id, staff_id, relation, barring, declared_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[declared.jurisdictionId, declared.id, declared.complaintId, declared.staffId],
      ...[declared.relation, declared.barring, declared.at],
    ],
  );
  return rows.length === 1;
}

export interface Declaration {
  declarationId: string;
  staffId: string;
  displayName: string;
  relation: string | null;
  barring: boolean;
  declaredAt: Date;
  decision: 'recuse' | 'clear' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export async function declarationsOf(manager: EntityManager, complaintId: string): Promise<Declaration[]> {
  return manager.query(
    `SELECT d.id AS "declarationId", d.staff_id AS "staffId", m.display_name AS "displayName", d.relation, d.barring,
            d.declared_at AS "declaredAt", e.decision, e.decided_by AS "decidedBy", e.decided_at AS "decidedAt"
       FROM redress.conflict_declaration d
       JOIN redress.staff m ON m.jurisdiction_id = d.jurisdiction_id AND m.id = d.staff_id
       LEFT JOIN redress.conflict_decision e ON e.jurisdiction_id = d.jurisdiction_id AND e.declaration_id = d.id
      WHERE d.complaint_id = $1 ORDER BY d.declared_at, d.id`,
    [complaintId],
  );
}

export interface NewConflictDecision {
  jurisdictionId: string;
  declarationId: string;
  complaintId: string;
  decision: 'recuse' | 'clear';
  reasonCipher: Buffer;
  decidedBy: string;
  at: Date;
}

export async function insertConflictDecision(manager: EntityManager, decided: NewConflictDecision): Promise<void> {
  await manager.query(
    `INSERT INTO redress.conflict_decision (jurisdiction_id, declaration_id, complaint_id, decision, reason_cipher,
        decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[decided.jurisdictionId, decided.declarationId, decided.complaintId, decided.decision],
      ...[decided.reasonCipher, decided.decidedBy, decided.at],
    ],
  );
}

const SIGNS = `
  WITH linked AS (
    SELECT CASE WHEN l.complaint_id = $1 THEN l.linked_complaint_id ELSE l.complaint_id END AS id
      FROM redress.case_link l WHERE $1 IN (l.complaint_id, l.linked_complaint_id) AND l.ended_at IS NULL)
  SELECT coalesce((SELECT array_agg(d.relation) FROM redress.conflict_declaration d
            WHERE d.complaint_id = $1 AND d.staff_id = $2 AND d.relation IS NOT NULL AND NOT EXISTS (
              SELECT FROM redress.conflict_decision e WHERE e.declaration_id = d.id)), '{}') AS undecided,
         EXISTS (SELECT FROM redress.conflict_declaration d JOIN redress.conflict_decision e
              ON e.jurisdiction_id = d.jurisdiction_id AND e.declaration_id = d.id
            WHERE d.complaint_id = $1 AND d.staff_id = $2 AND e.decision = 'clear') AS cleared,
         EXISTS (SELECT FROM redress.complaint_officer co
            LEFT JOIN redress.officer o ON o.jurisdiction_id = co.jurisdiction_id AND o.id = co.officer_id
            JOIN redress.staff_former_department f ON f.jurisdiction_id = co.jurisdiction_id
              AND f.department_id IN (co.department_id, o.department_id)
            WHERE co.complaint_id = $1 AND f.staff_id = $2) AS "formerDepartment",
         EXISTS (SELECT FROM redress.assignment a WHERE a.complaint_id IN (SELECT id FROM linked) AND a.staff_id = $2)
           OR EXISTS (SELECT FROM redress.finding f
            WHERE f.complaint_id IN (SELECT id FROM linked) AND f.recorded_by = $2) AS "partInLinked",
         EXISTS (SELECT FROM redress.conflict_declaration d
            WHERE d.complaint_id IN (SELECT id FROM linked) AND d.staff_id = $2 AND d.relation IS NOT NULL)
           OR EXISTS (SELECT FROM redress.recusal r
            WHERE r.complaint_id IN (SELECT id FROM linked) AND r.staff_id = $2) AS "declaredInLinked"`;

/** What is known of this person and this case, as far as whoever asks may see the linked cases themselves. */
export async function conflictSigns(
  manager: EntityManager,
  complaintId: string,
  staffId: string,
): Promise<ConflictSigns> {
  const [signs]: [ConflictSigns] = await manager.query(SIGNS, [complaintId, staffId]);
  return signs;
}
