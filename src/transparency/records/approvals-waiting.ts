import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';

/** Summaries that this person neither wrote nor approved, and verified releases that they have not put their name under. */
const WAITING = `
  SELECT * FROM (
    SELECT 'public_summary' AS kind, s.id, s.complaint_id AS "complaintId", c.case_number AS "caseNumber",
           redress.shown_time(s.submitted_at, c.anonymous) AS since
      FROM redress.public_summary s JOIN redress.complaint c ON c.jurisdiction_id = s.jurisdiction_id AND c.id = s.complaint_id
     WHERE s.status = 'awaiting_approval' AND $2::boolean
       AND NOT EXISTS (SELECT FROM redress.public_summary_revision r WHERE r.summary_id = s.id AND r.written_by = $1)
       AND NOT EXISTS (SELECT FROM redress.public_summary_approval a WHERE a.revision_id = s.revision_id AND a.staff_id = $1)
    UNION ALL
    SELECT 'release', r.id, NULL, NULL, r.requested_at FROM redress.release r
     WHERE r.status = 'verified' AND $3::boolean
       AND NOT EXISTS (SELECT FROM redress.release_approval a WHERE a.jurisdiction_id = r.jurisdiction_id AND a.release_id = r.id
         AND a.staff_id = $1)
  ) w ORDER BY w.since, w.id LIMIT 200`;

/** What waits for this person's approval before the public sees it, longest first. */
export async function approvalsWaitingFor(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
): Promise<Waiting[]> {
  const may = [holdsEverywhere('public-summary.approve', roles), holdsEverywhere('release.approve', roles)];
  return manager.query(WAITING, [staffId, ...may]);
}
