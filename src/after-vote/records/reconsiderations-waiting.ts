import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';

const WAITING = `
  SELECT 'reconsideration' AS kind, r.id, r.complaint_id AS "complaintId", c.case_number AS "caseNumber", r.asked_at AS since
    FROM redress.reconsideration r
    JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
   WHERE $1::boolean AND c.status IN ('before_board', 'with_chief', 'closed') AND NOT EXISTS (SELECT FROM redress.reconsideration_end z
     WHERE z.jurisdiction_id = r.jurisdiction_id AND z.reconsideration_id = r.id)
   ORDER BY r.asked_at, r.id LIMIT 200`;

/** Requests that the board think again which nobody has decided yet, longest first, for who brings them before it. */
export async function reconsiderationsWaitingFor(
  manager: EntityManager,
  { roles }: ActorOf<'staff'>,
): Promise<Waiting[]> {
  return manager.query(WAITING, [holdsEverywhere('after-vote.record', roles)]);
}
