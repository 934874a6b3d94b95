import type { EntityManager } from 'typeorm';
import type { ReportFacts } from '../rules/profile/judge-record.js';

/** What a report is about, as far as others are looked for by it. */
export interface AboutReport {
  departmentId: string;
  /** null for one that is not stored */
  reportId: string | null;
  occurredOn: string;
  occurredHour: number | null;
  municipality: string | null;
  incidentNumber: string;
}

/** Officers of one incident report on it under its one number; those of another number, of the same hour and place, are told of. */
const FACTS = `
  SELECT d.ori AS "departmentOri",
         EXISTS (SELECT FROM redress.zero_report z WHERE z.department_id = d.id AND z.replaced_by IS NULL
            AND z.month = date_trunc('month', $2::date)) AS "zeroReport",
         ARRAY(SELECT r.report_number FROM redress.use_of_force_report r
            WHERE r.department_id = d.id AND r.occurred_on = $2::date AND r.occurred_hour = $3 AND r.municipality = $4
              AND r.incident_number <> $5 AND r.id IS DISTINCT FROM $6::uuid ORDER BY r.report_number LIMIT 10) AS "sameIncident"
    FROM redress.department d WHERE d.id = $1`;

/** What is known of a report besides what it says. */
export async function readReportFacts(manager: EntityManager, about: AboutReport): Promise<ReportFacts> {
  const { departmentId, reportId, occurredOn, occurredHour, municipality, incidentNumber } = about;
  const rows: { departmentOri: string | null; zeroReport: boolean; sameIncident: string[] }[] = await manager.query(
    FACTS,
    [departmentId, occurredOn, occurredHour, municipality, incidentNumber, reportId],
  );
  if (!rows[0]) return {};
  const { departmentOri, ...facts } = rows[0];
  return departmentOri === null ? facts : { ...facts, departmentOri };
}
