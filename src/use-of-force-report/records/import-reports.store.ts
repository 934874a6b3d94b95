import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../platform/bulk/bulk-table.js';

/**
 * Reports that are here already: the same, or (`changed-since-import`) with other words, in the columns named where a report is
 * one row. What is judged is taken out of what is staged, with its parts.
 */
export async function judgeReports(
  manager: EntityManager,
  source: string,
  columns: readonly string[],
): Promise<Judgement[]> {
  const judged: Judgement[] = await manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original::jsonb AS kept
         FROM staged s JOIN redress.use_of_force_report k ON k.source_key = s.source_key
        WHERE k.source = $2 AND k.source_key = ANY (ARRAY(SELECT source_key FROM staged))),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, CASE WHEN told <> kept THEN 'changed-since-import' END AS code,
       CASE WHEN told <> kept AND jsonb_typeof(told -> 0) = 'string' THEN (
         SELECT string_agg(($1::text[])[place], ' ') FROM jsonb_array_elements(told) WITH ORDINALITY AS told (cell, place)
          WHERE kept -> (place::integer - 1) IS DISTINCT FROM cell) END AS column
       FROM known`,
    [columns, source],
  );
  if (judged.length > 0)
    await manager.query(`
      DELETE FROM staged_subject WHERE NOT EXISTS (SELECT FROM staged WHERE staged.id = report_id);
      DELETE FROM staged_officer WHERE NOT EXISTS (SELECT FROM staged WHERE staged.id = report_id);
      DELETE FROM staged_force WHERE NOT EXISTS (SELECT FROM staged WHERE staged.id = report_id)`);
  return judged;
}

/** The reports with all their parts. */
export async function insertStagedReports(
  manager: EntityManager,
  { jurisdictionId, source }: { jurisdictionId: string; source: string },
  charterId: string,
  at: Date,
): Promise<void> {
  await manager.query(INSERT_REPORTS, [jurisdictionId, charterId, at, source]);
  for (const part of [INSERT_SUBJECTS, INSERT_OFFICERS, INSERT_FORCE]) await manager.query(part, [jurisdictionId]);
}

const INSERT_REPORTS = `
  INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number,
    occurred_on, occurred_hour, county, municipality, location_type, setting, lighting, weather, contact_reasons,
    incident_types, answers, unanswered, status, submitted_at, source, source_key, original)
  SELECT $1, id, department_id, $2, report_number, incident_number, occurred_on, occurred_hour, county, municipality,
    location_type, setting, lighting, weather, contact_reasons, incident_types, answers, unanswered, 'accepted', $3, $4,
    source_key, original
  FROM staged`;

const INSERT_SUBJECTS = `
  INSERT INTO redress.use_of_force_subject (jurisdiction_id, report_id, sequence, kind, age, race, gender, injured,
    injuries, medical_aid, conditions, resistance, actions, arrested, answers, unanswered)
  SELECT $1, report_id, sequence, kind, age, race, gender, injured, injuries, medical_aid, conditions, resistance, actions,
    arrested, answers, unanswered
  FROM staged_subject`;

const INSERT_OFFICERS = `
  INSERT INTO redress.use_of_force_officer (jurisdiction_id, report_id, sequence, officer_id, age, race, gender, rank,
    in_uniform, injured, injuries, answers, unanswered)
  SELECT $1, report_id, sequence, officer_id, age, race, gender, rank, in_uniform, injured, injuries, answers, unanswered
  FROM staged_officer`;

const INSERT_FORCE = `
  INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, officer_sequence, subject_sequence, force_type,
    effective, answers, unanswered)
  SELECT $1, report_id, sequence, officer, subject, force_type, effective, answers, unanswered
  FROM staged_force`;
