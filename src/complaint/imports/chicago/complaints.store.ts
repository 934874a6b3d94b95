import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

/** Complaints that are here already: the same, or (`changed-since-import`) with other words in the columns named. */
export async function judgeComplaints(manager: EntityManager): Promise<Judgement[]> {
  return manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original AS kept FROM staged s JOIN redress.complaint k ON k.source_key = s.source_key
        WHERE k.source = 'chicago' AND k.source_key = ANY (ARRAY(SELECT source_key FROM staged))),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, CASE WHEN told <> kept THEN 'changed-since-import' END AS code,
       CASE WHEN told <> kept THEN (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(told) AS cell (key, value)
         WHERE kept -> key IS DISTINCT FROM value) END AS column
       FROM known`,
  );
}

/**
 * The source does not say how a complaint came in, nor whether the person who made it is known; nobody's name is in it.
 * A day stands for its first minute in Chicago. A complaint without a day of closing was open when the file was made.
 */
export async function insertComplaints(
  manager: EntityManager,
  jurisdictionId: string,
  charterId: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status,
       received_at, incident_on, district, beat, closed_on, source, source_key, original)
     SELECT $1, id, 'CHI-' || source_key, $2, 'complaint', 'not_stated', false,
       CASE WHEN closed_on IS NULL THEN 'investigating' ELSE 'closed' END,
       received_on::timestamp AT TIME ZONE 'America/Chicago', incident_on, district, beat, closed_on,
       'chicago', source_key, original
     FROM staged`,
    [jurisdictionId, charterId],
  );
}
