import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';

export interface MyComplaint {
  caseNumber: string;
  status: ComplaintStatus;
  referredTo: string | null;
  /** YYYY-MM-DD: the last day on which another look at a refusal may be asked for; null when it cannot be, or was */
  appealUntil: string | null;
  /** YYYY-MM-DD where the agency is: the day is as near as the person needs, and as near as a prying eye may come */
  lastUpdateOn: string | null;
}

@Injectable()
export class MyComplaintReader {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound */
  async of(actor: ActorOf<'complainant'>): Promise<MyComplaint> {
    const rows: MyComplaint[] = await this.database.read(actor, (manager) =>
      manager.query(
        `SELECT c.case_number AS "caseNumber", c.status, s.referred_to AS "referredTo",
                (SELECT s.appeal_until::text WHERE c.status = 'declined' AND NOT EXISTS
                  (SELECT FROM redress.screening_appeal a WHERE a.screening_id = s.id)) AS "appealUntil",
                (coalesce((SELECT max(e.at) FROM redress.history_event e
                    WHERE e.complaint_id = c.id AND e.action NOT LIKE '%.read-%'), c.received_at)
                  AT TIME ZONE j.time_zone)::date::text AS "lastUpdateOn"
           FROM redress.complaint c
           JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
           LEFT JOIN redress.screening s ON s.jurisdiction_id = c.jurisdiction_id AND s.complaint_id = c.id
            AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)
          WHERE c.id = $1`,
        [actor.complaintId],
      ),
    );
    if (!rows[0]) throw new NotFound();
    return rows[0];
  }
}
