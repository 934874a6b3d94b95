import type { EntityManager } from 'typeorm';
import { holdsEverywhere, type Permission } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';

const DECIDED_BY = {
  expungement: 'complaint.decide-expungement',
  disposal_batch: 'complaint.dispose',
  identity_request: 'identity.decide',
  second_look: 'complaint.review-decline',
  conflict: 'conflict.decide',
} as const satisfies Partial<Record<Waiting['kind'], Permission>>;

/** `$2`: the kinds that this person may decide on. Nobody is shown what they asked for or declared themselves. */
const WAITING = `
  SELECT w.kind, w.id, w.complaint_id AS "complaintId", c.case_number AS "caseNumber",
         CASE WHEN c.id IS NULL THEN w.since ELSE redress.shown_time(w.since, c.anonymous) END AS since
    FROM (
      SELECT 'expungement' AS kind, e.jurisdiction_id, e.id, e.complaint_id, e.asked_at AS since
        FROM redress.expungement e WHERE e.decision IS NULL AND e.asked_by <> $1 AND 'expungement' = ANY ($2)
      UNION ALL
      SELECT 'disposal_batch', b.jurisdiction_id, b.id, NULL, coalesce(b.first_at, b.drawn_at)
        FROM redress.disposal_batch b WHERE b.second_reviewer IS NULL AND b.rejected_by IS NULL
         AND b.first_reviewer IS DISTINCT FROM $1 AND 'disposal_batch' = ANY ($2)
      UNION ALL
      SELECT 'identity_request', r.jurisdiction_id, r.id, r.complaint_id, r.asked_at
        FROM redress.identity_request r WHERE r.asked_by <> $1 AND 'identity_request' = ANY ($2)
         AND NOT EXISTS (SELECT FROM redress.identity_decision d WHERE d.jurisdiction_id = r.jurisdiction_id AND d.request_id = r.id)
      UNION ALL
      SELECT 'second_look', s.jurisdiction_id, s.id, s.complaint_id, a.filed_at
        FROM redress.screening_appeal a
        JOIN redress.screening s ON s.jurisdiction_id = a.jurisdiction_id AND s.id = a.screening_id
       WHERE s.decided_by <> $1 AND 'second_look' = ANY ($2)
         AND NOT EXISTS (SELECT FROM redress.screening l WHERE l.jurisdiction_id = s.jurisdiction_id AND l.supersedes = s.id)
      UNION ALL
      SELECT 'conflict', k.jurisdiction_id, k.id, k.complaint_id, k.declared_at
        FROM redress.conflict_declaration k
       WHERE k.relation IS NOT NULL AND NOT k.barring AND k.staff_id <> $1 AND 'conflict' = ANY ($2)
         AND NOT EXISTS (SELECT FROM redress.conflict_decision d
           WHERE d.jurisdiction_id = k.jurisdiction_id AND d.declaration_id = k.id)
         AND NOT EXISTS (SELECT FROM redress.recusal r WHERE r.jurisdiction_id = k.jurisdiction_id
           AND r.complaint_id = k.complaint_id AND r.staff_id = k.staff_id)
    ) w LEFT JOIN redress.complaint c ON c.jurisdiction_id = w.jurisdiction_id AND c.id = w.complaint_id
   WHERE w.complaint_id IS NULL OR c.id IS NOT NULL
   ORDER BY since, w.id LIMIT 200`;

/** What waits for this person's decision in this feature, longest first. */
export async function decisionsWaitingFor(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
): Promise<Waiting[]> {
  const kinds = Object.entries(DECIDED_BY).filter(([, permission]) => holdsEverywhere(permission, roles));
  return manager.query(WAITING, [staffId, kinds.map(([kind]) => kind)]);
}
