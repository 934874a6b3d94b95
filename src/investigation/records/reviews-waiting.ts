import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';

/**
 * Nobody approves their own plan, nor reviews a case that is assigned to them. The last version and the last round
 * count, and of a draft that was handed in anew those of this draft alone.
 */
const WAITING = `
  SELECT w.kind, w.id, w.complaint_id AS "complaintId", c.case_number AS "caseNumber",
         redress.shown_time(w.since, c.anonymous) AS since
    FROM (
      SELECT 'plan' AS kind, p.jurisdiction_id, p.id, p.complaint_id, p.written_at AS since
        FROM redress.investigation_plan p
       WHERE p.written_by <> $1
         AND NOT EXISTS (SELECT FROM redress.plan_approval a WHERE a.jurisdiction_id = p.jurisdiction_id AND a.plan_id = p.id)
         AND NOT EXISTS (SELECT FROM redress.investigation_plan l WHERE l.jurisdiction_id = p.jurisdiction_id
           AND l.complaint_id = p.complaint_id AND l.version > p.version)
      UNION ALL
      SELECT 'draft_findings', f.jurisdiction_id, f.id, f.id, coalesce((SELECT max(n.recorded_at) FROM redress.finding n
           WHERE n.jurisdiction_id = f.jurisdiction_id AND n.complaint_id = f.id), f.received_at)
        FROM redress.complaint f
       WHERE f.status = 'findings_drafted'
         AND NOT EXISTS (SELECT FROM redress.assignment g WHERE g.jurisdiction_id = f.jurisdiction_id AND g.complaint_id = f.id
           AND g.staff_id = $1 AND g.ended_at IS NULL)
         AND (SELECT r.decision FROM redress.supervisor_review r WHERE r.jurisdiction_id = f.jurisdiction_id
           AND r.complaint_id = f.id AND r.draft = f.draft ORDER BY r.round DESC LIMIT 1) IS DISTINCT FROM 'approve'
    ) w JOIN redress.complaint c ON c.jurisdiction_id = w.jurisdiction_id AND c.id = w.complaint_id
   WHERE c.status IN ('accepted', 'investigating', 'findings_drafted') AND $2::boolean
   ORDER BY since, w.id LIMIT 200`;

/** Plans and drafts that wait for this person to look at them, longest first. */
export async function reviewsWaitingFor(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
): Promise<Waiting[]> {
  return manager.query(WAITING, [staffId, holdsEverywhere('investigation.review', roles)]);
}
