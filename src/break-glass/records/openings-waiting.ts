import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';

/** A charter that is older than the question names everybody whom the permissions let do it. */
const WAITING = `
  SELECT w.kind, w.id, w.complaint_id AS "complaintId", c.case_number AS "caseNumber", redress.shown_time(w.since, c.anonymous) AS since
    FROM (
      SELECT 'glass_ask' AS kind, g.jurisdiction_id, g.id, g.complaint_id, g.charter_id, g.asked_at AS since, 'approve' AS part
        FROM redress.glass_opening g
       WHERE $2::boolean AND g.decision IS NULL AND g.ended_at IS NULL AND g.lapses_at > now() AND g.asked_by <> $1
      UNION ALL
      SELECT 'glass_opening', g.jurisdiction_id, g.id, g.complaint_id, g.charter_id, coalesce(g.ended_at, g.opened_until), 'review'
        FROM redress.glass_opening g
       WHERE $3::boolean AND g.decision = 'approved' AND g.review IS NULL AND (g.ended_at IS NOT NULL OR g.opened_until <= now())
         AND $1 NOT IN (g.asked_by, g.decided_by)
    ) w
    JOIN redress.complaint c ON c.jurisdiction_id = w.jurisdiction_id AND c.id = w.complaint_id
    JOIN redress.charter h ON h.jurisdiction_id = w.jurisdiction_id AND h.id = w.charter_id
   WHERE coalesce(h.document -> 'breakGlass' -> w.part ?| $4::text[], true)
   ORDER BY since, w.id LIMIT 200`;

/** Asks that this person may answer, and openings that are over and that they may review; longest waiting first. */
export async function openingsWaitingFor(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
): Promise<Waiting[]> {
  const may = [holdsEverywhere('glass.decide', roles), holdsEverywhere('glass.review', roles)];
  return may.includes(true) ? manager.query(WAITING, [staffId, ...may, roles]) : [];
}
