import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';

export interface Caseload {
  /** Null: cases that nobody is assigned to */
  staffId: string | null;
  displayName: string | null;
  open: number;
  /** Cases with a clock that has run out */
  overdue: number;
  /** Cases by the days since they came in */
  under90Days: number;
  under180Days: number;
  older: number;
  /** Days since the oldest came in */
  oldestDays: number | null;
}

const CASELOAD = `
  WITH open AS (
    SELECT c.id, g.staff_id, extract(day FROM $1::timestamptz - c.received_at)::int AS age,
           EXISTS (SELECT FROM redress.deadline d WHERE d.jurisdiction_id = c.jurisdiction_id AND d.complaint_id = c.id
             AND d.state = 'overdue') AS overdue
      FROM redress.complaint c
      LEFT JOIN redress.assignment g ON g.jurisdiction_id = c.jurisdiction_id AND g.complaint_id = c.id AND g.ended_at IS NULL
     WHERE c.status = ANY ($2))
  SELECT open.staff_id AS "staffId", m.display_name AS "displayName", count(*)::int AS open,
         (count(*) FILTER (WHERE open.overdue))::int AS overdue,
         (count(*) FILTER (WHERE age < 90))::int AS "under90Days",
         (count(*) FILTER (WHERE age >= 90 AND age < 180))::int AS "under180Days",
         (count(*) FILTER (WHERE age >= 180))::int AS older, max(age) AS "oldestDays"
    FROM open LEFT JOIN redress.staff m ON m.id = open.staff_id
   GROUP BY open.staff_id, m.display_name
   ORDER BY count(*) DESC, open.staff_id`;
const OPEN = ['filed', 'accepted', 'investigating', 'findings_drafted', 'before_board', 'with_chief'];

/** Who has how much, and how old it is. A case that is hidden from whoever asks is not counted either. */
@Injectable()
export class CaseloadReader {
  constructor(private readonly database: CaseDatabase) {}

  async now(actor: ActorOf<'staff'>, at: Date): Promise<{ items: Caseload[] }> {
    const items: Caseload[] = await this.database.read(actor, (manager) => manager.query(CASELOAD, [at, OPEN]));
    return { items };
  }
}
