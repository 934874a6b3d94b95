import type { EntityManager } from 'typeorm';
import type { FileAction } from '../rules/form/programme-file.js';

/** A report as it goes to a programme: what it says at the version that it has. */
export interface ReportToSend {
  id: string;
  departmentId: string;
  reportNumber: string;
  version: number;
  status: string;
  /** YYYY-MM-DD; null in some imported reports */
  occurredOn: string | null;
  told: Record<string, unknown>;
}

const TO_SEND = `
  SELECT id, department_id AS "departmentId", report_number AS "reportNumber", version, status, occurred_on::text AS "occurredOn",
         original AS told
    FROM redress.use_of_force_report
   WHERE id = ANY ($1::uuid[]) AND department_id = $2 AND source IS NULL ORDER BY id FOR SHARE`;

/** Those of a department's own that were asked for, in the order of their ids; nobody amends them until the transaction ends. */
export async function holdReportsToSend(
  manager: EntityManager,
  departmentId: string,
  reportIds: readonly string[],
): Promise<ReportToSend[]> {
  return manager.query(TO_SEND, [reportIds, departmentId]);
}

export async function departmentOri(
  manager: EntityManager,
  departmentId: string,
): Promise<{ ori: string | null } | null> {
  const rows: { ori: string | null }[] = await manager.query('SELECT ori FROM redress.department WHERE id = $1', [
    departmentId,
  ]);
  return rows[0] ?? null;
}

export interface Sender {
  kind: 'staff' | 'department';
  id: string;
}

export interface NewTransmission {
  jurisdictionId: string;
  id: string;
  departmentId: string;
  programme: string;
  profileVersion: string;
  form: string;
  ori: string | null;
  sha256: string;
  bytes: number;
  sender: Sender;
  at: Date;
  reports: readonly { reportId: string; version: number; action: FileAction; leftOut: readonly string[] }[];
}

export async function insertTransmission(manager: EntityManager, sent: NewTransmission): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_transmission (jurisdiction_id, id, department_id, programme, profile_version, form, ori,
       sha256, bytes, exported_by_kind, exported_by, exported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[sent.jurisdictionId, sent.id, sent.departmentId, sent.programme, sent.profileVersion, sent.form, sent.ori],
      ...[sent.sha256, sent.bytes, sent.sender.kind, sent.sender.id, sent.at],
    ],
  );
  await manager.query(
    `INSERT INTO redress.use_of_force_transmitted (jurisdiction_id, transmission_id, report_id, report_version, action, left_out)
     SELECT $1, $2, told."reportId", told.version, told.action, told."leftOut"
       FROM jsonb_to_recordset($3::jsonb) AS told ("reportId" uuid, version integer, action text, "leftOut" text[])`,
    [sent.jurisdictionId, sent.id, JSON.stringify(sent.reports)],
  );
}

/** What a file was made of. */
export interface TransmissionToRemake {
  departmentId: string;
  programme: string;
  profileVersion: string;
  form: 'json' | 'csv';
  ori: string | null;
  sha256: string;
  exportedAt: Date;
  reports: { told: Record<string, unknown>; action: FileAction }[];
}

const REMAKE = `
  SELECT t.department_id AS "departmentId", t.programme, t.profile_version AS "profileVersion", t.form, t.ori, t.sha256,
         t.exported_at AS "exportedAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('told', redress.told_at(s.report_id, s.report_version), 'action', s.action)
            ORDER BY s.report_id), '[]')
            FROM redress.use_of_force_transmitted s WHERE s.jurisdiction_id = t.jurisdiction_id AND s.transmission_id = t.id) AS reports
    FROM redress.use_of_force_transmission t WHERE t.id = $1 AND ($2::uuid IS NULL OR t.department_id = $2)`;

/** Each report as it was told then. Null when there is none, or none of this department. */
export async function transmissionToRemake(
  manager: EntityManager,
  transmissionId: string,
  departmentId: string | null,
): Promise<TransmissionToRemake | null> {
  const rows: TransmissionToRemake[] = await manager.query(REMAKE, [transmissionId, departmentId]);
  return rows[0] ?? null;
}

export interface Acknowledged {
  outcome: 'accepted' | 'rejected';
  reference: string | null;
  errors: readonly { reportNumber?: string | undefined; code: string; message: string }[];
}

/** False when there is no such transmission, or none of this department. */
export async function insertAcknowledgement(
  manager: EntityManager,
  told: Acknowledged & {
    jurisdictionId: string;
    id: string;
    transmissionId: string;
    departmentId: string | null;
    sender: Sender;
    at: Date;
  },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.use_of_force_acknowledgement (jurisdiction_id, id, transmission_id, outcome, reference, errors,
       recorded_by_kind, recorded_by, recorded_at)
     SELECT $1, $2, t.id, $3, $4, $5, $6, $7, $8 FROM redress.use_of_force_transmission t
      WHERE t.id = $9 AND ($10::uuid IS NULL OR t.department_id = $10) RETURNING id`,
    [
      ...[told.jurisdictionId, told.id, told.outcome, told.reference, JSON.stringify(told.errors), told.sender.kind],
      ...[told.sender.id, told.at, told.transmissionId, told.departmentId],
    ],
  );
  return rows.length === 1;
}
