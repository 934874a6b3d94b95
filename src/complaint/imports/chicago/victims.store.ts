import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeVictims(manager: EntityManager): Promise<Judgement[]> {
  const [loose]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s WHERE (SELECT c.id FROM redress.complaint c WHERE c.id = s.complaint_id) IS NULL
      RETURNING s.line, 'unknown-complaint' AS code, 'cr_id' AS column`,
  );
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s WHERE (SELECT p.id FROM redress.complaint_person p WHERE p.id = s.id) IS NOT NULL
      RETURNING s.line, NULL AS code, NULL AS column`,
  );
  const changed: Judgement[] = await manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original AS kept FROM staged s CROSS JOIN LATERAL (
         SELECT original FROM redress.complaint_person
          WHERE complaint_id = s.complaint_id AND source_position = s.position LIMIT 1) k),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, 'changed-since-import' AS code,
       (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(told) AS cell (key, value)
         WHERE kept -> key IS DISTINCT FROM value) AS column
       FROM known`,
  );
  return [...loose, ...known, ...changed];
}

/** The age is by years alone, so it may be one too high; an age that nobody has is left open. */
export async function insertVictims(manager: EntityManager, jurisdictionId: string): Promise<void> {
  await manager.query(
    `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, race, gender, age_at_incident, injured,
       source_position, original)
     SELECT $1, s.id, s.complaint_id, ARRAY['victim'], s.race, s.gender,
       CASE WHEN incident.year - s.birth_year BETWEEN 0 AND 110 THEN incident.year - s.birth_year END, s.injured,
       coalesce(s.position, last.position + row_number() OVER (PARTITION BY s.complaint_id ORDER BY s.line)), s.original
     FROM staged s
     CROSS JOIN LATERAL (SELECT extract(year FROM incident_on) AS year
       FROM redress.complaint WHERE id = s.complaint_id LIMIT 1) incident
     CROSS JOIN LATERAL (SELECT coalesce(max(source_position), 0) AS position
       FROM redress.complaint_person WHERE complaint_id = s.complaint_id) last`,
    [jurisdictionId],
  );
}
