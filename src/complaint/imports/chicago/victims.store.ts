import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeVictims(manager: EntityManager): Promise<Judgement[]> {
  const [loose]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged WHERE complaint_id NOT IN (
        SELECT id FROM redress.complaint WHERE id = ANY (ARRAY(SELECT complaint_id FROM staged)))
      RETURNING line, 'unknown-complaint' AS code, 'cr_id' AS column`,
  );
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged WHERE id IN (
        SELECT id FROM redress.complaint_person WHERE id = ANY (ARRAY(SELECT id FROM staged)))
      RETURNING line, NULL AS code, NULL AS column`,
  );
  const changed: Judgement[] = await manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original AS kept FROM staged s
         JOIN redress.complaint_person k ON k.complaint_id = s.complaint_id AND k.source_position = s.position
        WHERE k.complaint_id = ANY (ARRAY(SELECT complaint_id FROM staged))),
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
       coalesce(s.position, coalesce(last.position, 0) + row_number() OVER (PARTITION BY s.complaint_id ORDER BY s.line)),
       s.original
     FROM staged s
     JOIN (SELECT id, extract(year FROM incident_on) AS year FROM redress.complaint
       WHERE id = ANY (ARRAY(SELECT complaint_id FROM staged))) incident ON incident.id = s.complaint_id
     LEFT JOIN (SELECT complaint_id, max(source_position) AS position FROM redress.complaint_person
       WHERE complaint_id = ANY (ARRAY(SELECT complaint_id FROM staged)) GROUP BY 1) last ON last.complaint_id = s.complaint_id`,
    [jurisdictionId],
  );
}
