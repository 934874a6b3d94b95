import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/postgres/prepared.js';
import type { ReportDraft } from '../rules/report-draft.js';
import { inside, insertion, textArray, told, toldBesides, toldDay, toldWords } from './told-columns.js';

/** A report that passed every rule, under the id that it is stored by. It is kept verbatim, and spread out over columns. */
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
  { jurisdictionId, departmentId, charterId, at }: Submission,
  reports: readonly SentReport[],
): Promise<Set<string>> {
  const given = [jurisdictionId, departmentId, charterId, at];
  const rows = await prepared<{ id: string }>(manager, INSERT_REPORTS, REPORTS.values(given, reports));
  return new Set(rows.map(({ id }) => id));
}

const REPORTS = insertion<SentReport>(
  'use_of_force_report',
  { jurisdiction_id: '$1', department_id: '$2', charter_id: '$3', submitted_at: '$4', status: "'submitted'" },
  [
    { name: 'id', type: 'uuid', of: ({ id }) => id },
    { name: 'ori', type: 'text', of: ({ ori }) => ori },
    { name: 'late_for', type: 'text', cast: 'text[]', of: ({ late }) => textArray(late) },
    { name: 'original', type: 'json', of: ({ original }) => JSON.stringify(original) },
    ...inside(
      [
        told('reportNumber', 'text', 'report_number'),
        told('incidentNumber', 'text', 'incident_number'),
        toldDay('occurredOn', 'occurred_on'),
        told('occurredHour', 'integer', 'occurred_hour'),
        told('county', 'text'),
        told('municipality', 'text'),
        told('locationType', 'text', 'location_type'),
        told('setting', 'text'),
        toldWords('lighting'),
        toldWords('weather'),
        toldWords('contactReasons', 'contact_reasons'),
        toldWords('incidentTypes', 'incident_types'),
        ...toldBesides(IN_COLUMNS),
      ],
      ({ original }: SentReport) => original,
    ),
  ],
);

const INSERT_REPORTS = `${REPORTS.sql}
  ON CONFLICT (jurisdiction_id, department_id, report_number) WHERE source IS NULL DO NOTHING RETURNING id`;

/** Of reports whose number is taken: the ids of those that say word for word what the standing one says. */
export async function findIdentical(
  manager: EntityManager,
  departmentId: string,
  reports: readonly SentReport[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT sent.id FROM jsonb_to_recordset($2::jsonb) AS sent (id uuid, original jsonb)
       JOIN redress.use_of_force_report report
         ON report.report_number = sent.original ->> 'reportNumber' AND report.original::jsonb = sent.original
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
