import type { EntityManager } from 'typeorm';
import type { RecommendationKind } from './recommendation.store.js';

export interface UnansweredRecommendation {
  id: string;
  complaintId: string;
  caseNumber: string;
  charterId: string;
  kind: RecommendationKind;
  /** ISO date, where the agency is; null: nothing proves yet that it has arrived */
  deliveredOn: string | null;
}

/** Discipline that the board recommended otherwise since is not waited for; nor is what left the chief with its case. */
const UNANSWERED = `
  SELECT r.id, r.complaint_id AS "complaintId", c.case_number AS "caseNumber", c.charter_id AS "charterId", r.kind,
         (d.delivered_at AT TIME ZONE j.time_zone)::date::text AS "deliveredOn"
    FROM redress.recommendation r
    JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
    JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
    LEFT JOIN redress.recommendation_delivery d ON d.jurisdiction_id = r.jurisdiction_id AND d.recommendation_id = r.id
     AND NOT EXISTS (SELECT FROM redress.recommendation_delivery later WHERE later.supersedes = d.id)
   WHERE ($1::uuid IS NULL OR r.complaint_id = $1) AND (r.motion_id IS NULL OR c.status = 'with_chief')
     AND NOT EXISTS (SELECT FROM redress.chief_answer a WHERE a.recommendation_id = r.id)
     AND NOT EXISTS (SELECT FROM redress.recommendation later WHERE r.kind = 'discipline' AND later.kind = 'discipline'
           AND later.allegation_id = r.allegation_id AND (later.sent_at, later.id) > (r.sent_at, r.id))
     AND ($1::uuid IS NOT NULL OR EXISTS (SELECT FROM redress.releasable_complaint told WHERE told.id = c.id))
   ORDER BY r.sent_at, r.id`;

/** What the chief has not answered: in a case, or in all cases that the public may hear of. */
export async function unansweredRecommendations(
  manager: EntityManager,
  complaintId: string | null,
): Promise<UnansweredRecommendation[]> {
  return manager.query(UNANSWERED, [complaintId]);
}
