import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';

export async function judgeAccused(manager: EntityManager): Promise<Judgement[]> {
  const [loose]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged WHERE complaint_id NOT IN (
        SELECT id FROM redress.complaint WHERE id = ANY (ARRAY(SELECT complaint_id FROM staged)))
      RETURNING line, 'unknown-complaint' AS code, 'cr_id' AS column`,
  );
  const [unnamed]: [Judgement[], number] = await manager.query(
    `DELETE FROM staged WHERE officer_id NOT IN (
        SELECT id FROM redress.officer WHERE id = ANY (ARRAY(SELECT officer_id FROM staged)))
      RETURNING line, 'unknown-officer' AS code, 'officer_id' AS column`,
  );
  const known: Judgement[] = await manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original AS kept FROM staged s JOIN redress.allegation k ON k.id = s.id
        WHERE k.id = ANY (ARRAY(SELECT id FROM staged))),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, CASE WHEN told <> kept THEN 'changed-since-import' END AS code,
       CASE WHEN told <> kept THEN (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(told) AS cell (key, value)
         WHERE kept -> key IS DISTINCT FROM value) END AS column
       FROM known`,
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
    coalesce(last.position, 0) + row_number() OVER (PARTITION BY s.complaint_id ORDER BY s.line), s.original
  FROM staged s
  JOIN redress.complaint_officer entry ON entry.complaint_id = s.complaint_id AND entry.officer_id = s.officer_id
    AND entry.complaint_id = ANY (ARRAY(SELECT complaint_id FROM staged))
  LEFT JOIN (SELECT complaint_id, max(source_position) AS position FROM redress.allegation
    WHERE complaint_id = ANY (ARRAY(SELECT complaint_id FROM staged)) GROUP BY 1) last ON last.complaint_id = s.complaint_id`;

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
