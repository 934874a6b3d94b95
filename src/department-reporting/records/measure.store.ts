import type { EntityManager } from 'typeorm';
import type { AnswerCount, ReportDraft } from '../../use-of-force-report/index.js';

/** A report as it stands, to be measured. */
export interface ToldReport {
  id: string;
  departmentId: string;
  departmentOri: string | null;
  /** As the database has the moment */
  toldAt: string;
  /** YYYY-MM-DD where the agency is */
  receivedOn: string;
  original: ReportDraft;
}

export interface Measure extends AnswerCount {
  reportId: string;
  toldAt: string;
  /** By the profile's id */
  statuses: Record<string, string>;
}

/** What departments told here: what was imported was not told to us, and its time says nothing of theirs. */
const UNMEASURED = `
  SELECT r.id
    FROM redress.use_of_force_report r
    LEFT JOIN redress.use_of_force_measure m ON m.jurisdiction_id = r.jurisdiction_id AND m.report_id = r.id
   WHERE r.source IS NULL AND r.status <> 'withdrawn'
     AND (m.report_id IS NULL OR m.rules <> $1 OR m.told_at <> r.submitted_at)
   LIMIT $2`;

/** So many of the reports that have none under these rules, by their ids. */
export async function unmeasured(manager: EntityManager, rules: string, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(UNMEASURED, [rules, limit]);
  return rows.map(({ id }) => id);
}

const TOLD = `
  SELECT r.id, r.department_id AS "departmentId", d.ori AS "departmentOri", r.submitted_at::text AS "toldAt",
         (r.submitted_at AT TIME ZONE j.time_zone)::date::text AS "receivedOn", r.original
    FROM redress.use_of_force_report r
    JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
    JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
   WHERE r.id = ANY ($1::uuid[])`;

export async function readTold(manager: EntityManager, ids: readonly string[]): Promise<ToldReport[]> {
  return manager.query(TOLD, [ids]);
}

/** In the place of the measures that there were. */
export async function putMeasures(
  manager: EntityManager,
  jurisdictionId: string,
  rules: string,
  measures: readonly Measure[],
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_measure
       (jurisdiction_id, rules, report_id, told_at, answered, pending, unknown_final, not_applicable, statuses)
     SELECT $1, $2, m."reportId", m."toldAt", m.answered, m.pending, m."unknownFinal", m."notApplicable", m.statuses
       FROM jsonb_to_recordset($3::jsonb) AS m ("reportId" uuid, "toldAt" timestamptz, answered integer, pending integer,
         "unknownFinal" integer, "notApplicable" integer, statuses jsonb)
     ON CONFLICT (jurisdiction_id, report_id) DO UPDATE SET rules = excluded.rules, told_at = excluded.told_at,
       answered = excluded.answered, pending = excluded.pending, unknown_final = excluded.unknown_final,
       not_applicable = excluded.not_applicable, statuses = excluded.statuses`,
    [jurisdictionId, rules, JSON.stringify(measures)],
  );
}
