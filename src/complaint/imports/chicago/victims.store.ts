import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeVictims(manager: EntityManager): Promise<Judgement[]> {
  const [loose]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s WHERE NOT EXISTS (SELECT FROM redress.complaint c WHERE c.id = s.complaint_id)
      RETURNING s.line, 'unknown-complaint' AS code, 'cr_id' AS column`,
  );
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s USING redress.complaint_person known WHERE known.id = s.id
      RETURNING s.line, NULL AS code, NULL AS column`,
  );
  const [changed]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s USING redress.complaint_person known
      WHERE known.complaint_id = s.complaint_id AND known.source_position = s.position
      RETURNING s.line, 'changed-since-import' AS code, (SELECT string_agg(told.key, ' ' ORDER BY told.key)
        FROM jsonb_each(s.original) told WHERE known.original -> told.key IS DISTINCT FROM told.value) AS column`,
  );
  return [...loose, ...known, ...changed];
}

/** The age is by years alone, so it may be one too high; an age that nobody has is left open. */
export async function insertVictims(manager: EntityManager, jurisdictionId: string): Promise<void> {
  await manager.query(
    `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, race, gender, age_at_incident, injured,
       source_position, original)
     SELECT $1, s.id, s.complaint_id, ARRAY['victim'], s.race, s.gender,
       CASE WHEN extract(year FROM c.incident_on) - s.birth_year BETWEEN 0 AND 110
         THEN extract(year FROM c.incident_on) - s.birth_year END,
       s.injured,
       coalesce(s.position, last.position + row_number() OVER (PARTITION BY s.complaint_id ORDER BY s.line)), s.original
     FROM staged s
     JOIN redress.complaint c ON c.id = s.complaint_id
     CROSS JOIN LATERAL (SELECT coalesce(max(p.source_position), 0) AS position
       FROM redress.complaint_person p WHERE p.complaint_id = s.complaint_id) last`,
    [jurisdictionId],
  );
}
