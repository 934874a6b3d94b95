import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { CaseDayName } from '../rules/milestones.js';

export interface MyComplaint {
  caseNumber: string;
  status: ComplaintStatus;
  anonymous: boolean;
  /** It was closed as a duplicate: another case goes on about the same; which, is not for this person to know */
  joined: boolean;
  referredTo: string | null;
  /** YYYY-MM-DD: the last day on which another look at a refusal may be asked for; null when it cannot be, or was */
  appealUntil: string | null;
  /** YYYY-MM-DD: the last day on which the board may be asked to think again; null when it cannot be, or was */
  reconsiderUntil: string | null;
  /** What became of the last request to; null: there is none */
  reconsideration: 'asked' | 'before_board' | 'refused' | 'stands' | 'changed' | null;
  /** YYYY-MM-DD where the agency is: the day is as near as the person needs, and as near as a prying eye may come */
  lastUpdateOn: string | null;
  /** When each thing happened, by its event */
  days: Partial<Record<CaseDayName | 'screened', string>>;
  /** Until when the law expects what has not happened, by its event */
  expected: Partial<Record<CaseDayName, string>>;
  /** How many messages there are, and whether the agency waits for an answer */
  messages: number;
  awaitingAnswer: boolean;
}

type Row = Omit<MyComplaint, 'expected' | 'joined'> & {
  charterId: string;
  closingReason: string | null;
  due: Record<string, string>;
};

const MINE = `
  SELECT c.case_number AS "caseNumber", c.status, c.anonymous, c.charter_id AS "charterId", c.closing_reason AS "closingReason", s.referred_to AS "referredTo",
         (SELECT s.appeal_until::text WHERE c.status = 'declined' AND NOT EXISTS
           (SELECT FROM redress.screening_appeal a WHERE a.screening_id = s.id)) AS "appealUntil",
         (SELECT k.reconsider_until::text FROM redress.closing k WHERE k.complaint_id = c.id AND c.status = 'closed'
             AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)
             AND NOT EXISTS (SELECT FROM redress.reconsideration r WHERE r.closing_id = k.id)) AS "reconsiderUntil",
         (SELECT coalesce(z.outcome, CASE WHEN h.reconsideration_id IS NULL THEN 'asked' ELSE 'before_board' END)
            FROM redress.reconsideration r
            LEFT JOIN redress.reconsideration_hearing h ON h.jurisdiction_id = r.jurisdiction_id AND h.reconsideration_id = r.id
            LEFT JOIN redress.reconsideration_end z ON z.jurisdiction_id = r.jurisdiction_id AND z.reconsideration_id = r.id
           WHERE r.complaint_id = c.id AND r.asked_by = 'complainant' ORDER BY r.asked_at DESC, r.id DESC LIMIT 1) AS reconsideration,
         (coalesce((SELECT max(e.at) FROM redress.history_event e
             WHERE e.complaint_id = c.id AND e.action NOT LIKE '%.read-%'), c.received_at)
           AT TIME ZONE j.time_zone)::date::text AS "lastUpdateOn",
         jsonb_strip_nulls(jsonb_build_object(
           'received', (c.received_at AT TIME ZONE j.time_zone)::date, 'closed', c.closed_on,
           'screened', (s.decided_at AT TIME ZONE j.time_zone)::date,
           'sent_to_board', (SELECT (max(e.at) AT TIME ZONE j.time_zone)::date FROM redress.history_event e
             WHERE e.complaint_id = c.id AND e.action = 'complaint.send-to-board')))
         || (SELECT coalesce(jsonb_object_agg(e.event, e.on_day), '{}') FROM (
              SELECT DISTINCT ON (event) event, on_day FROM redress.case_event WHERE complaint_id = c.id
               ORDER BY event, recorded_at DESC, id DESC) e) AS days,
         (SELECT coalesce(jsonb_object_agg(d.rule, d.due_on), '{}') FROM redress.deadline d
           WHERE d.complaint_id = c.id AND d.state IN ('running', 'tolled', 'overdue')) AS due,
         (SELECT count(*)::int FROM redress.message m WHERE m.complaint_id = c.id) AS messages,
         coalesce((SELECT m.staff_id IS NOT NULL FROM redress.message m
           WHERE m.complaint_id = c.id ORDER BY m.number DESC LIMIT 1), false) AS "awaitingAnswer"
    FROM redress.complaint c
    JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
    LEFT JOIN redress.screening s ON s.jurisdiction_id = c.jurisdiction_id AND s.complaint_id = c.id
     AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)
   WHERE c.id = $1`;

@Injectable()
export class MyComplaintReader {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound */
  async of(actor: ActorOf<'complainant'>): Promise<MyComplaint> {
    return this.database.read(actor, async (manager) => {
      const [row]: Row[] = await manager.query(MINE, [actor.complaintId]);
      if (!row) throw new NotFound();
      const { charterId, closingReason, due, ...mine } = row;
      const { closing, deadlines } = (await charterById(manager, charterId)).document;
      const joined = closingReason !== null && closingReason === closing.duplicateReason;
      const open = deadlines.rules.flatMap(({ code, stopsOn }) =>
        due[code] === undefined ? [] : [[stopsOn, due[code]] as const],
      );
      // Of two clocks that stop on the same event the one that runs out first counts.
      const latestFirst = open.sort(([, one], [, other]) => other.localeCompare(one));
      return { ...mine, joined, expected: Object.fromEntries(latestFirst) };
    });
  }
}
