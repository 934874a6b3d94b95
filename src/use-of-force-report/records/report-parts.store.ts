import type { EntityManager } from 'typeorm';

/**
 * Subjects, officers and the force between them, each in the order told, spread out of the reports' stored originals:
 * what was sent crosses the wire and is parsed once. `officerIds`: the known officers by badge.
 */
export async function insertParts(
  manager: EntityManager,
  jurisdictionId: string,
  reportIds: readonly string[],
  officerIds: ReadonlyMap<string, string>,
): Promise<void> {
  const officers = JSON.stringify(Object.fromEntries(officerIds));
  await manager.query(INSERT_PARTS, [jurisdictionId, reportIds, officers]);
}

/** For a report that is told anew. */
export async function deleteParts(manager: EntityManager, reportId: string): Promise<void> {
  await manager.query('DELETE FROM redress.force_application WHERE report_id = $1', [reportId]);
  await manager.query('DELETE FROM redress.use_of_force_officer WHERE report_id = $1', [reportId]);
  await manager.query('DELETE FROM redress.use_of_force_subject WHERE report_id = $1', [reportId]);
}

/** The references between the parts are checked when the whole statement is done. */
const INSERT_PARTS = `
  WITH report AS MATERIALIZED (
    SELECT id, original FROM redress.use_of_force_report WHERE id = ANY ($2::uuid[])
  ), subject AS (
    INSERT INTO redress.use_of_force_subject (jurisdiction_id, report_id, sequence, unanswered, answers, kind, age, race,
      gender, injured, injuries, medical_aid, conditions, resistance, actions, arrested)
    SELECT $1, report.id, item.sequence, redress.unanswered(item.value), nullif(answered - '{kind,age,race,gender,injured,
             injuries,medicalAid,conditions,resistance,actions,arrested}'::text[], '{}'), told.*
      FROM report, jsonb_array_elements(report.original -> 'subjects') WITH ORDINALITY AS item (value, sequence),
           redress.answered(item.value) AS answered,
           jsonb_to_record(answered) AS told (kind text, age integer, race text, gender text, injured boolean,
             injuries text[], "medicalAid" text[], conditions text[], resistance text[], actions text[], arrested boolean)
  ), officer AS (
    INSERT INTO redress.use_of_force_officer (jurisdiction_id, report_id, sequence, officer_id, unanswered, answers, age,
      race, gender, rank, in_uniform, injured, injuries)
    SELECT $1, report.id, item.sequence, ($3::jsonb ->> (answered ->> 'badgeNumber'))::uuid, redress.unanswered(item.value),
           nullif(answered - '{badgeNumber,age,race,gender,rank,inUniform,injured,injuries}'::text[], '{}'), told.*
      FROM report, jsonb_array_elements(report.original -> 'officers') WITH ORDINALITY AS item (value, sequence),
           redress.answered(item.value) AS answered,
           jsonb_to_record(answered) AS told (age integer, race text, gender text, rank text, "inUniform" boolean,
             injured boolean, injuries text[])
  )
  INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, unanswered, answers, officer_sequence,
    subject_sequence, force_type, effective)
  SELECT $1, report.id, item.sequence, redress.unanswered(item.value),
         nullif(answered - '{officer,subject,forceType,effective}'::text[], '{}'), told.*
    FROM report, jsonb_array_elements(report.original -> 'force') WITH ORDINALITY AS item (value, sequence),
         redress.answered(item.value) AS answered,
         jsonb_to_record(answered) AS told (officer integer, subject integer, "forceType" text, effective boolean)`;
