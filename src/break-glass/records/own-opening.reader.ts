import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { OwnStatus } from '../rules/opening-status.js';
import { LOOKS_WAITING } from './opening-status-sql.js';

export interface OwnOpening {
  id: string;
  askedAt: Date;
  hours: number;
  status: OwnStatus;
  lapsesAt: Date;
  /** While it is open; null otherwise, as is what follows */
  openUntil: Date | null;
  complaintId: string | null;
  caseNumber: string | null;
}

/** Open, and not closed by a wall: of recusal, or of a sealing that came later. As redress.glass_in_hand() says it. */
const MINE = `
  SELECT m.id, m.asked_at AS "askedAt", m.hours, m.lapses_at AS "lapsesAt",
         CASE WHEN m.is_open THEN 'open' WHEN m.is_waiting THEN 'waiting' ELSE 'over' END AS status,
         CASE WHEN m.is_open THEN m.opened_until END AS "openUntil", CASE WHEN m.is_open THEN c.id END AS "complaintId",
         CASE WHEN m.is_open THEN c.case_number END AS "caseNumber"
    FROM (SELECT g.*, ${LOOKS_WAITING} AS is_waiting,
            coalesce(g.decision = 'approved' AND g.ended_at IS NULL AND g.opened_until > now(), false)
              AND NOT EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = g.complaint_id AND r.staff_id = g.asked_by)
              AND NOT EXISTS (SELECT FROM redress.sealing s WHERE s.complaint_id = g.complaint_id AND s.lifted_at IS NULL
                AND s.sealed_at > g.decided_at) AS is_open
            FROM redress.glass_opening g WHERE g.asked_by = $1 ORDER BY g.asked_at DESC, g.id DESC LIMIT 200) m
    LEFT JOIN redress.complaint c ON c.jurisdiction_id = m.jurisdiction_id AND c.id = m.complaint_id
   ORDER BY m.asked_at DESC, m.id DESC`;

/** What somebody asked for themself, without a word that says whether there is such a case before it is open to them. */
@Injectable()
export class OwnOpeningReader {
  constructor(private readonly database: CaseDatabase) {}

  /** The latest first, 200 at most. */
  async of({ jurisdictionId, staffId }: ActorOf<'staff'>): Promise<OwnOpening[]> {
    // Without the person's scope: what they asked must be in the list also where a wall hides the case from them.
    return this.database.read({ jurisdictionId }, (manager) => manager.query(MINE, [staffId]));
  }
}
