import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';

export interface TransmissionSummary {
  id: string;
  departmentId: string;
  departmentName: string;
  programme: string;
  profileVersion: string;
  form: 'json' | 'csv';
  sha256: string;
  bytes: number;
  exportedAt: Date;
  exportedByKind: 'staff' | 'department';
  exportedBy: string;
  reports: number;
  stale: number;
  acknowledgement: Acknowledgement | null;
}

export interface Acknowledgement {
  outcome: 'accepted' | 'rejected';
  reference: string | null;
  errors: { reportNumber?: string; code: string; message: string }[];
  recordedAt: string;
}

export interface TransmittedReport {
  reportId: string;
  reportNumber: string;
  version: number;
  action: 'add' | 'remove';
  leftOut: string[];
  staleAt: Date | null;
  staleBecause: 'amended' | 'withdrawn' | null;
}

export interface StaleReport {
  programme: string;
  departmentId: string;
  departmentName: string;
  reportId: string;
  reportNumber: string;
  transmissionId: string;
  version: number;
  staleAt: Date;
  staleBecause: 'amended' | 'withdrawn';
}

export interface TransmissionsWanted {
  programme?: string | undefined;
  departmentId?: string | undefined;
  after?: string | undefined;
  limit: number;
}

const ACKNOWLEDGED = `jsonb_build_object('outcome', a.outcome, 'reference', a.reference, 'errors', a.errors, 'recordedAt', a.recorded_at)`;
const SUMMARY = `
  SELECT t.id, t.department_id AS "departmentId", d.name AS "departmentName", t.programme, t.profile_version AS "profileVersion",
         t.form, t.sha256, t.bytes::float8 AS bytes, t.exported_at AS "exportedAt", t.exported_by_kind AS "exportedByKind",
         t.exported_by AS "exportedBy", counted.reports, counted.stale,
         (SELECT ${ACKNOWLEDGED} FROM redress.use_of_force_acknowledgement a
           WHERE a.jurisdiction_id = t.jurisdiction_id AND a.transmission_id = t.id ORDER BY a.id DESC LIMIT 1) AS acknowledgement
    FROM redress.use_of_force_transmission t
    JOIN redress.department d ON d.jurisdiction_id = t.jurisdiction_id AND d.id = t.department_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS reports, count(s.stale_at)::int AS stale FROM redress.use_of_force_transmitted s
       WHERE s.jurisdiction_id = t.jurisdiction_id AND s.transmission_id = t.id) counted`;
const LIST = `${SUMMARY}
   WHERE ($1::text IS NULL OR t.programme = $1) AND ($2::uuid IS NULL OR t.department_id = $2) AND ($3::uuid IS NULL OR t.id < $3)
   ORDER BY t.id DESC LIMIT $4`;
const ONE = `${SUMMARY} WHERE t.id = $1 AND ($2::uuid IS NULL OR t.department_id = $2)`;
const REPORTS = `
  SELECT s.report_id AS "reportId", r.report_number AS "reportNumber", s.report_version AS version, s.action,
         s.left_out AS "leftOut", s.stale_at AS "staleAt", s.stale_because AS "staleBecause"
    FROM redress.use_of_force_transmitted s
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.report_id
   WHERE s.transmission_id = $1 ORDER BY s.report_id`;
const ACKNOWLEDGEMENTS = `
  SELECT ${ACKNOWLEDGED} AS told FROM redress.use_of_force_acknowledgement a WHERE a.transmission_id = $1 ORDER BY a.id`;
// What was sent again to the same programme since is mended.
const STALE = `SELECT * FROM (
  SELECT t.programme, t.department_id AS "departmentId", d.name AS "departmentName", s.report_id AS "reportId",
         r.report_number AS "reportNumber", t.id AS "transmissionId", s.report_version AS version, s.stale_at AS "staleAt",
         s.stale_because AS "staleBecause"
    FROM redress.use_of_force_transmitted s
    JOIN redress.use_of_force_transmission t ON t.jurisdiction_id = s.jurisdiction_id AND t.id = s.transmission_id
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.report_id
    JOIN redress.department d ON d.jurisdiction_id = t.jurisdiction_id AND d.id = t.department_id
   WHERE s.stale_at IS NOT NULL AND ($1::text IS NULL OR t.programme = $1) AND ($2::uuid IS NULL OR t.department_id = $2)
     AND ($3::uuid IS NULL OR t.id > $3)
     AND NOT EXISTS (SELECT FROM redress.use_of_force_transmitted later
       JOIN redress.use_of_force_transmission sent ON sent.jurisdiction_id = later.jurisdiction_id AND sent.id = later.transmission_id
      WHERE later.jurisdiction_id = s.jurisdiction_id AND later.report_id = s.report_id AND sent.programme = t.programme
        AND sent.id > t.id)
   ORDER BY t.id FETCH FIRST ($4) ROWS WITH TIES) stale ORDER BY "transmissionId", "reportId"`;

/** What went to which programme, and what of it is not true any more. Give a department's id, and another's is not there. */
@Injectable()
export class TransmissionReader {
  constructor(private readonly database: CaseDatabase) {}

  /** The newest first. */
  async list(
    actor: Actor,
    { programme, departmentId, after, limit }: TransmissionsWanted,
  ): Promise<{ transmissions: TransmissionSummary[]; next: string | null }> {
    const asked = [programme ?? null, departmentId ?? null, after ?? null, limit + 1];
    const rows: TransmissionSummary[] = await this.database.read(actor, (manager) => manager.query(LIST, asked));
    const transmissions = rows.slice(0, limit);
    return { transmissions, next: rows.length > limit ? (transmissions.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFound */
  async one(
    actor: Actor,
    transmissionId: string,
    departmentId: string | null,
  ): Promise<TransmissionSummary & { sent: TransmittedReport[]; acknowledgements: Acknowledgement[] }> {
    return this.database.read(actor, async (manager) => {
      const [summary]: TransmissionSummary[] = await manager.query(ONE, [transmissionId, departmentId]);
      if (!summary) throw new NotFound();
      const sent: TransmittedReport[] = await manager.query(REPORTS, [transmissionId]);
      const told: { told: Acknowledgement }[] = await manager.query(ACKNOWLEDGEMENTS, [transmissionId]);
      return { ...summary, sent, acknowledgements: told.map(({ told: each }) => each) };
    });
  }

  /** Reports whose last transmission to a programme says what is not true any more; whole transmissions, the oldest first. */
  async stale(actor: Actor, wanted: TransmissionsWanted): Promise<{ reports: StaleReport[]; next: string | null }> {
    const { programme = null, departmentId = null, after = null, limit } = wanted;
    const asked = [programme, departmentId, after, limit];
    const reports: StaleReport[] = await this.database.read(actor, (manager) => manager.query(STALE, asked));
    return { reports, next: reports.length < limit ? null : (reports.at(-1)?.transmissionId ?? null) };
  }
}
