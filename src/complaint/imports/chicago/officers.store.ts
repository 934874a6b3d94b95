import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

const DEPARTMENT = 'Chicago Police Department';

export async function judgeOfficers(manager: EntityManager): Promise<Judgement[]> {
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s USING redress.officer known
      WHERE known.source = 'chicago' AND known.source_key = s.source_key
      RETURNING s.line, CASE WHEN known.original <> s.original THEN 'changed-since-import' END AS code,
        CASE WHEN known.original <> s.original THEN (SELECT string_agg(told.key, ' ' ORDER BY told.key)
          FROM jsonb_each(s.original) told WHERE known.original -> told.key IS DISTINCT FROM told.value) END AS column`,
  );
  return known;
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
