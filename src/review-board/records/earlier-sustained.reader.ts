import type { EntityManager } from 'typeorm';
import type { EarlierSustained } from '../rules/discipline-matrix.js';
import { inTheOfficesName } from './in-the-offices-name.js';

// By the day on which the other case was closed. A sealed case is not held against anybody.
const EARLIER = `SELECT a.category, extract(year FROM age(today.day, coalesce(c.closed_on, f.recorded_at::date)))::int AS "yearsAgo"
  FROM redress.allegation own
  JOIN redress.complaint_officer me ON me.jurisdiction_id = own.jurisdiction_id AND me.id = own.complaint_officer_id
  JOIN redress.complaint_officer co ON co.jurisdiction_id = me.jurisdiction_id AND co.officer_id = me.officer_id
   AND co.complaint_id <> own.complaint_id
  JOIN redress.complaint c ON c.jurisdiction_id = co.jurisdiction_id AND c.id = co.complaint_id
  JOIN redress.allegation a ON a.jurisdiction_id = co.jurisdiction_id AND a.complaint_officer_id = co.id
  JOIN redress.finding f ON f.jurisdiction_id = a.jurisdiction_id AND f.allegation_id = a.id
   AND f.stage = 'final' AND f.generic_class = 'sustained'
  JOIN (SELECT j.id, ($2::timestamptz AT TIME ZONE j.time_zone)::date AS day FROM redress.jurisdiction j) today
    ON today.id = own.jurisdiction_id
 WHERE own.id = $1 AND coalesce(c.closed_on, f.recorded_at::date) <= today.day
   AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)
   AND NOT EXISTS (SELECT FROM redress.sealing s WHERE s.complaint_id = c.id AND s.lifted_at IS NULL)`;

/**
 * What was sustained in the end against the same officer in other cases. Read in the office's name: what somebody is held
 * to must not depend on the walls that whoever sends it is behind; of the other cases no more than class and age is read.
 */
export async function readEarlierSustained(
  manager: EntityManager,
  allegationId: string,
  at: Date,
): Promise<EarlierSustained[]> {
  return inTheOfficesName(manager, () => manager.query<EarlierSustained[]>(EARLIER, [allegationId, at]));
}
