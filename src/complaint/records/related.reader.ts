import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { type InCommon, type RelatedReason, relatedScore } from '../rules/related-score.js';

export interface RelatedCase {
  complaintId: string;
  caseNumber: string;
  status: ComplaintStatus;
  incidentOn: string | null;
  score: number;
  reasons: RelatedReason[];
}

/** At most so many are looked at, those of the nearest days first: who shares an officer with thousands is not told all. */
const CANDIDATES = 200;
const SHOWN = 20;
const LEAST_SCORE = 0.15;

const RELATED = `
  WITH here AS (SELECT c.* FROM redress.complaint c WHERE c.id = $1),
  found AS (
    SELECT co.complaint_id AS id FROM redress.complaint_officer mine
      JOIN redress.complaint_officer co ON co.jurisdiction_id = mine.jurisdiction_id AND co.officer_id = mine.officer_id
     WHERE mine.complaint_id = $1
    UNION SELECT i.complaint_id FROM redress.contact_index mine
      JOIN redress.contact_index i ON i.jurisdiction_id = mine.jurisdiction_id AND i.hash = mine.hash
     WHERE mine.complaint_id = $1
    UNION SELECT c.id FROM here JOIN redress.complaint c ON c.jurisdiction_id = here.jurisdiction_id
       AND c.incident_on BETWEEN here.incident_on - 3 AND here.incident_on + 3
       AND (c.beat = here.beat OR c.district = here.district)),
  candidate AS (
    SELECT c.id, c.case_number, c.status, c.incident_on, c.beat, c.district FROM found
      JOIN redress.complaint c ON c.id = found.id CROSS JOIN here
     WHERE c.id <> $1 AND c.jurisdiction_id = here.jurisdiction_id AND NOT EXISTS (SELECT FROM redress.case_link l WHERE l.ended_at IS NULL
       AND ((l.complaint_id, l.linked_complaint_id) IN (($1, c.id), (c.id, $1))))
     ORDER BY abs(c.incident_on - here.incident_on) NULLS LAST, c.id DESC LIMIT $2),
  mine AS (SELECT DISTINCT category FROM redress.allegation WHERE complaint_id = $1)
  SELECT k.id AS "complaintId", k.case_number AS "caseNumber", k.status, k.incident_on::text AS "incidentOn",
         (SELECT count(*)::int FROM redress.complaint_officer co JOIN redress.complaint_officer own
             ON own.complaint_id = $1 AND own.officer_id = co.officer_id WHERE co.complaint_id = k.id) AS officers,
         EXISTS (SELECT FROM redress.contact_index i JOIN redress.contact_index own ON own.complaint_id = $1 AND own.hash = i.hash
           WHERE i.complaint_id = k.id AND i.kind <> 'name') AS "sameContact",
         EXISTS (SELECT FROM redress.contact_index i JOIN redress.contact_index own ON own.complaint_id = $1 AND own.hash = i.hash
           WHERE i.complaint_id = k.id AND i.kind = 'name') AS "sameName",
         coalesce(k.beat = here.beat, false) AS "sameBeat", coalesce(k.district = here.district, false) AS "sameDistrict",
         abs(k.incident_on - here.incident_on) AS "daysApart",
         coalesce((SELECT (count(*) FILTER (WHERE t.category IN (SELECT category FROM mine)))::float
             / nullif(count(*) + (SELECT count(*) FROM mine)
               - count(*) FILTER (WHERE t.category IN (SELECT category FROM mine)), 0)
           FROM (SELECT DISTINCT a.category FROM redress.allegation a WHERE a.complaint_id = k.id) t), 0) AS categories
    FROM candidate k CROSS JOIN here`;

/** Cases that may belong together with this one, for a person to judge. What is sealed is not compared, only hashed contacts. */
@Injectable()
export class RelatedReader {
  constructor(private readonly database: CaseDatabase) {}

  async of(actor: ActorOf<'staff'>, complaintId: string): Promise<{ items: RelatedCase[] }> {
    const rows: (Omit<RelatedCase, 'score' | 'reasons'> & InCommon)[] = await this.database.read(actor, (manager) =>
      manager.query(RELATED, [complaintId, CANDIDATES]),
    );
    const items = rows
      .map((row) => {
        const { complaintId: id, caseNumber, status, incidentOn } = row;
        return { complaintId: id, caseNumber, status, incidentOn, ...relatedScore(row) };
      })
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((one, other) => other.score - one.score || one.caseNumber.localeCompare(other.caseNumber));
    return { items: items.slice(0, SHOWN) };
  }
}
