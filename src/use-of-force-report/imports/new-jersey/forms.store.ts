import type { EntityManager } from 'typeorm';
import type { Judgement } from '../../../platform/bulk/bulk-table.js';
import { COLUMNS } from './columns.js';

/** Forms that are here already: the same, or (`changed-since-import`) with other words in the columns named. */
export async function judgeForms(manager: EntityManager): Promise<Judgement[]> {
  return manager.query(
    `WITH known AS (
       SELECT s.line, s.original AS told, k.original::jsonb AS kept
         FROM staged s JOIN redress.use_of_force_report k ON k.source_key = s.source_key
        WHERE k.source = 'new-jersey' AND k.source_key = ANY (ARRAY(SELECT source_key FROM staged))),
     judged AS (DELETE FROM staged USING known WHERE staged.line = known.line)
     SELECT line, CASE WHEN told <> kept THEN 'changed-since-import' END AS code,
       CASE WHEN told <> kept THEN (
         SELECT string_agg(($1::text[])[place], ' ') FROM jsonb_array_elements(told) WITH ORDINALITY AS told (cell, place)
          WHERE kept -> (place::integer - 1) IS DISTINCT FROM cell) END AS column
       FROM known`,
    [COLUMNS],
  );
}

/** The reports with all their parts. */
export async function insertForms(
  manager: EntityManager,
  jurisdictionId: string,
  charterId: string,
  at: Date,
): Promise<void> {
  await manager.query(INSERT_REPORTS, [jurisdictionId, charterId, at]);
  for (const part of [INSERT_SUBJECTS, INSERT_OFFICERS, INSERT_FORCE]) await manager.query(part, [jurisdictionId]);
}

const INSERT_REPORTS = `
  INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number,
    occurred_on, county, municipality, location_type, setting, lighting, weather, contact_reasons, incident_types,
    status, submitted_at, source, source_key, original)
  SELECT $1, id, department_id, $2, report_number, incident_number, occurred_on, county, municipality, location_type,
    setting, lighting, weather, contact_reasons, incident_types, 'accepted', $3, 'new-jersey', source_key, original
  FROM staged`;

const INSERT_SUBJECTS = `
  INSERT INTO redress.use_of_force_subject (jurisdiction_id, report_id, sequence, kind, age, race, gender, injured,
    injuries, medical_aid, conditions, resistance, actions, arrested)
  SELECT $1, id, sequence, kind, age, race, gender, injured, injuries, medical_aid, conditions, resistance, actions, arrested
  FROM staged, unnest(kinds) WITH ORDINALITY AS subject (kind, sequence)`;

const INSERT_OFFICERS = `
  INSERT INTO redress.use_of_force_officer (jurisdiction_id, report_id, sequence, officer_id, age, race, gender, rank,
    in_uniform, injured, injuries)
  SELECT $1, id, 1, officer_id, officer_age, officer_race, officer_gender, officer_rank, in_uniform, officer_injured,
    officer_injuries
  FROM staged`;

const INSERT_FORCE = `
  INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, officer_sequence, subject_sequence, force_type)
  SELECT $1, id, sequence, 1, CASE WHEN cardinality(kinds) = 1 THEN 1 END, force_type
  FROM staged, unnest(force) WITH ORDINALITY AS application (force_type, sequence)`;
