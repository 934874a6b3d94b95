import type { EntityManager } from 'typeorm';
import type { ReportDraft } from '../rules/report-draft.js';

/** A report that passed every rule, under the id that it is stored by. It is kept verbatim, and spread out by PostgreSQL. */
export interface SentReport {
  id: string;
  original: ReportDraft;
  /** The ORI that it is counted under */
  ori: string | null;
  /** The programmes that it comes too late for */
  late: readonly string[];
}

export interface Submission {
  jurisdictionId: string;
  departmentId: string;
  charterId: string;
  at: Date;
}

/** The elements of an incident that have a column of their own, and its parts; the others are kept in `answers`. */
export const IN_COLUMNS = [
  ...[
    'reportNumber',
    'incidentNumber',
    'occurredOn',
    'occurredHour',
    'county',
    'municipality',
    'locationType',
    'setting',
  ],
  ...['lighting', 'weather', 'contactReasons', 'incidentTypes', 'subjects', 'officers', 'force'],
];

/** Returns the ids of those stored; the others' numbers were taken by reports that stand already. */
export async function insertReports(
  manager: EntityManager,
  submission: Submission,
  reports: readonly SentReport[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO redress.use_of_force_report (jurisdiction_id, department_id, charter_id, submitted_at, status, id, ori, late_for, original,
        report_number, incident_number, occurred_on, occurred_hour, county, municipality, location_type, setting, lighting,
        weather, contact_reasons, incident_types, unanswered, answers)
     SELECT $1, $2, $3, $4, 'submitted', sent.id, sent.ori, sent.late, sent.original, told.*, redress.unanswered(sent.original),
            nullif(redress.answered(sent.original) - $6::text[], '{}')
       FROM jsonb_to_recordset($5::jsonb) AS sent (id uuid, ori text, late text[], original jsonb),
            jsonb_to_record(redress.answered(sent.original)) AS told ("reportNumber" text, "incidentNumber" text, "occurredOn" date,
              "occurredHour" integer, county text, municipality text, "locationType" text, setting text, lighting text[],
              weather text[], "contactReasons" text[], "incidentTypes" text[])
     ON CONFLICT (jurisdiction_id, department_id, report_number) WHERE source IS NULL DO NOTHING
     RETURNING id`,
    [
      submission.jurisdictionId,
      submission.departmentId,
      submission.charterId,
      submission.at,
      JSON.stringify(reports),
      IN_COLUMNS,
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of reports whose number is taken: the ids of those that say word for word what the standing one says. */
export async function findIdentical(
  manager: EntityManager,
  departmentId: string,
  reports: readonly SentReport[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT sent.id FROM jsonb_to_recordset($2::jsonb) AS sent (id uuid, original jsonb)
       JOIN redress.use_of_force_report report
         ON report.report_number = sent.original ->> 'reportNumber' AND report.original = sent.original
      WHERE report.department_id = $1 AND report.report_number = ANY ($3) AND report.source IS NULL AND report.status <> 'withdrawn'`,
    [departmentId, JSON.stringify(reports), reports.map(({ original }) => original.reportNumber)],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface StandingReport {
  id: string;
  status: string;
  version: number;
  reportNumber: string;
  submittedAt: Date;
  original: unknown;
}

const STANDING = `SELECT id, status, version, report_number AS "reportNumber", submitted_at AS "submittedAt", original
  FROM redress.use_of_force_report`;
const STANDING_BY_ID = `${STANDING} WHERE id = $1 AND department_id = $2 FOR UPDATE`;
const STANDING_BY_NUMBER = `${STANDING} WHERE department_id = $1 AND report_number = $2 AND source IS NULL FOR UPDATE`;

/** One of the department's own, locked until the transaction ends; another's is not there. */
export async function lockOwnReport(
  manager: EntityManager,
  departmentId: string,
  reportId: string,
): Promise<StandingReport | null> {
  const rows: StandingReport[] = await manager.query(STANDING_BY_ID, [reportId, departmentId]);
  return rows[0] ?? null;
}

/** The same, by the department's own number. */
export async function lockReportByNumber(
  manager: EntityManager,
  departmentId: string,
  reportNumber: string,
): Promise<StandingReport | null> {
  const rows: StandingReport[] = await manager.query(STANDING_BY_NUMBER, [departmentId, reportNumber]);
  return rows[0] ?? null;
}
