import type { EntityManager } from 'typeorm';
import type { ReportDraft } from '../rules/report-draft.js';
import { IN_COLUMNS, type StandingReport } from './report.store.js';

/** What was told before stays readable, whatever is told now. */
export async function keepFormerSubmission(
  manager: EntityManager,
  report: { jurisdictionId: string; id: string },
  standing: StandingReport,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_former_submission (jurisdiction_id, report_id, version, submitted_at, original)
     VALUES ($1, $2, $3, $4, $5)`,
    [report.jurisdictionId, report.id, standing.version, standing.submittedAt, JSON.stringify(standing.original)],
  );
}

/** Puts what is told now in the place of what was; the caller holds the row. Returns the new version. */
export async function replaceReport(
  manager: EntityManager,
  reportId: string,
  charterId: string,
  at: Date,
  told: { original: ReportDraft; ori: string | null },
): Promise<number> {
  const [rows]: [{ version: number }[], number] = await manager.query(
    `UPDATE redress.use_of_force_report SET (charter_id, submitted_at, status, return_reason, ori, version, original,
        incident_number, occurred_on, occurred_hour, county, municipality, location_type, setting, lighting, weather,
        contact_reasons, incident_types, unanswered, answers) =
       (SELECT $2::uuid, $3::timestamptz, 'submitted', NULL, $6::text, version + 1, $4::json, told.*, redress.unanswered($4::json::jsonb),
               nullif(redress.answered($4::json::jsonb) - $5::text[], '{}')
          FROM jsonb_to_record(redress.answered($4::json::jsonb)) AS told ("incidentNumber" text, "occurredOn" date, "occurredHour" integer,
            county text, municipality text, "locationType" text, setting text, lighting text[], weather text[],
            "contactReasons" text[], "incidentTypes" text[]))
      WHERE id = $1 RETURNING version`,
    [reportId, charterId, at, JSON.stringify(told.original), IN_COLUMNS, told.ori],
  );
  if (!rows[0]) throw new Error(`Report ${reportId} went away while it was held.`);
  return rows[0].version;
}
