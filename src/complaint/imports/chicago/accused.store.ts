import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeAccused(manager: EntityManager): Promise<Judgement[]> {
  const [loose]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s WHERE NOT EXISTS (SELECT FROM redress.complaint c WHERE c.id = s.complaint_id)
      RETURNING s.line, 'unknown-complaint' AS code, 'cr_id' AS column`,
  );
  const [unnamed]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s WHERE NOT EXISTS (SELECT FROM redress.officer o WHERE o.id = s.officer_id)
      RETURNING s.line, 'unknown-officer' AS code, 'officer_id' AS column`,
  );
  const [known]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged s USING redress.allegation known WHERE known.id = s.id
      RETURNING s.line, CASE WHEN known.original <> s.original THEN 'changed-since-import' END AS code,
        CASE WHEN known.original <> s.original THEN (SELECT string_agg(told.key, ' ' ORDER BY told.key)
          FROM jsonb_each(s.original) told WHERE known.original -> told.key IS DISTINCT FROM told.value) END AS column`,
  );
  return [...loose, ...unnamed, ...known];
}

/**
 * What was recommended is the investigating agency's (stage `investigator`), what was decided in the end is `final`. The
 * source dates neither: `recorded_at` is the time of the import. The officer's rank and unit at the incident are not told.
 */
export async function insertAccused(manager: EntityManager, jurisdictionId: string, at: Date): Promise<void> {
  // An officer whom a person has added to the case stays the one entry that the case has of them.
  await manager.query(
    `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, officer_id)
     SELECT $1, id, complaint_id, 'subject', officer_id FROM staged
     ON CONFLICT (jurisdiction_id, complaint_id, officer_id) DO NOTHING`,
    [jurisdictionId],
  );
  await manager.query(INSERT_ALLEGATIONS, [jurisdictionId]);
  await manager.query(INSERT_FINDINGS, [jurisdictionId, at]);
  await manager.query(INSERT_DISCIPLINE, [jurisdictionId, at]);
}

const INSERT_ALLEGATIONS = `
  INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category, source_position, original)
  SELECT $1, s.id, s.complaint_id, entry.id, s.category,
    last.position + row_number() OVER (PARTITION BY s.complaint_id ORDER BY s.line), s.original
  FROM staged s
  JOIN redress.complaint_officer entry ON entry.complaint_id = s.complaint_id AND entry.officer_id = s.officer_id
  CROSS JOIN LATERAL (SELECT coalesce(max(a.source_position), 0) AS position
    FROM redress.allegation a WHERE a.complaint_id = s.complaint_id) last`;

const INSERT_FINDINGS = `
  INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at, original)
  SELECT $1, gen_random_uuid(), s.complaint_id, s.id, stage, finding, class, $2, told
  FROM staged s CROSS JOIN LATERAL (VALUES
    ('investigator', recommended_finding, recommended_class, original ->> 'recc_finding'),
    ('final', final_finding, final_class, original ->> 'final_finding')) AS found (stage, finding, class, told)
  WHERE finding IS NOT NULL`;

const INSERT_DISCIPLINE = `
  INSERT INTO redress.discipline (jurisdiction_id, id, complaint_id, allegation_id, stage, kind, days, recorded_at, original)
  SELECT $1, gen_random_uuid(), s.complaint_id, s.id, stage, kind, days, $2, told
  FROM staged s CROSS JOIN LATERAL (VALUES
    ('recommended', recommended_kind, recommended_days, original ->> 'recc_outcome'),
    ('imposed', imposed_kind, imposed_days, original ->> 'final_outcome')) AS outcome (stage, kind, days, told)
  WHERE kind IS NOT NULL`;
