import type { EntityManager } from 'typeorm';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';

export interface OwnCase {
  complaintId: string;
  caseNumber: string;
  status: ComplaintStatus;
  /** The clock that runs out first, of those that run; null: none does */
  rule: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  overdue: boolean;
}

const DONE = ['closed', 'withdrawn', 'declined', 'referred', 'expunged', 'disposed'];
const OWN = `
  SELECT c.id AS "complaintId", c.case_number AS "caseNumber", c.status, d.rule, d.due_on::text AS "dueOn",
         coalesce(d.state = 'overdue', false) AS overdue
    FROM redress.assignment g
    JOIN redress.complaint c ON c.jurisdiction_id = g.jurisdiction_id AND c.id = g.complaint_id
    LEFT JOIN LATERAL (SELECT o.rule, o.due_on, o.state FROM redress.deadline o
       WHERE o.jurisdiction_id = c.jurisdiction_id AND o.complaint_id = c.id AND o.state IN ('running', 'tolled', 'overdue')
       ORDER BY o.due_on, o.rule LIMIT 1) d ON true
   WHERE g.staff_id = $1 AND g.ended_at IS NULL AND c.status <> ALL ($2::text[])
   ORDER BY d.due_on NULLS LAST, c.id LIMIT 500`;

/** The open cases that are assigned to this person, what runs out first first. */
export async function ownCasesOf(manager: EntityManager, { staffId }: ActorOf<'staff'>): Promise<OwnCase[]> {
  return manager.query(OWN, [staffId, DONE]);
}
