import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';

export interface Alarm {
  complaintId: string;
  caseNumber: string;
  rule: string;
  /** YYYY-MM-DD */
  dueOn: string;
  /** How many days before it was due, when the alarm was raised; negative after */
  daysBefore: number;
  raisedOn: string;
}

/** Alarms are of clocks that still run; a day that was moved since has an alarm of its own when its time comes. */
const ALARMS = `
  SELECT a.complaint_id AS "complaintId", c.case_number AS "caseNumber", a.rule, a.due_on::text AS "dueOn",
         a.days_before AS "daysBefore", a.raised_on::text AS "raisedOn"
    FROM redress.deadline_alarm a
    JOIN redress.complaint c ON c.jurisdiction_id = a.jurisdiction_id AND c.id = a.complaint_id
    JOIN redress.deadline d ON d.jurisdiction_id = a.jurisdiction_id AND d.complaint_id = a.complaint_id AND d.rule = a.rule
     AND d.due_on = a.due_on AND d.state IN ('running', 'tolled', 'overdue')
   WHERE a.raised_on > $3::date - 30 AND ($2::boolean OR EXISTS (SELECT FROM redress.assignment g
           WHERE g.jurisdiction_id = a.jurisdiction_id AND g.complaint_id = a.complaint_id AND g.staff_id = $1 AND g.ended_at IS NULL))
   ORDER BY a.raised_on DESC, a.due_on, a.id LIMIT 200`;

/** The alarms of the last thirty days, the newest first: of their own cases, or of all for who watches over all clocks. */
export async function alarmsFor(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
  today: string,
): Promise<Alarm[]> {
  return manager.query(ALARMS, [staffId, holdsEverywhere('deadline.list', roles), today]);
}
