import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

const DEPARTMENT = 'Chicago Police Department';

/** Officers that are here already: the same, or (`changed-since-import`) with other words in the columns named. */
export async function judgeOfficers(manager: EntityManager): Promise<Judgement[]> {
  return manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original AS kept FROM staged s JOIN redress.officer k ON k.source_key = s.source_key
        WHERE k.source = 'chicago' AND k.source_key = ANY (ARRAY(SELECT source_key FROM staged))),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, CASE WHEN told <> kept THEN 'changed-since-import' END AS code,
       CASE WHEN told <> kept THEN (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(told) AS cell (key, value)
         WHERE kept -> key IS DISTINCT FROM value) END AS column
       FROM known`,
  );
}

export async function insertOfficers(manager: EntityManager, jurisdictionId: string): Promise<void> {
  await manager.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name) VALUES ($1, gen_random_uuid(), $2) ON CONFLICT DO NOTHING`,
    [jurisdictionId, DEPARTMENT],
  );
  await manager.query(
    `INSERT INTO redress.officer (jurisdiction_id, id, department_id, birth_year, race, gender, appointed_on, resigned_on,
       rank, unit, source, source_key, original)
     SELECT $1, s.id, department.id, s.birth_year, s.race, s.gender, s.appointed_on, s.resigned_on, s.rank, s.unit,
       'chicago', s.source_key, s.original
     FROM staged s, redress.department WHERE department.name = $2 AND department.county IS NULL`,
    [jurisdictionId, DEPARTMENT],
  );
}
