import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeComplaints(manager: EntityManager): Promise<Judgement[]> {
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s USING redress.complaint known
      WHERE known.source = 'chicago' AND known.source_key = s.source_key
      RETURNING s.line, CASE WHEN known.original <> s.original THEN 'changed-since-import' END AS code,
        CASE WHEN known.original <> s.original THEN (SELECT string_agg(told.key, ' ' ORDER BY told.key)
          FROM jsonb_each(s.original) told WHERE known.original -> told.key IS DISTINCT FROM told.value) END AS column`,
  );
  return known;
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
