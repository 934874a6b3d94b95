import type { EntityManager } from 'typeorm';
import type { ReportFault } from '../rules/fault-codes.js';

export type SubmissionFormat = 'json-lines' | 'json' | 'csv' | 'xml';

export interface NewSubmission {
  id: string;
  jurisdictionId: string;
  departmentId: string;
  format: SubmissionFormat;
  allOrNothing: boolean;
  mapping: { name: string; version: number } | null;
  begunAt: Date;
}

export async function beginSubmission(manager: EntityManager, submission: NewSubmission): Promise<void> {
  const { id, jurisdictionId, departmentId, format, allOrNothing, mapping, begunAt } = submission;
  await manager.query(
    `INSERT INTO redress.use_of_force_submission
       (jurisdiction_id, id, department_id, format, all_or_nothing, mapping_name, mapping_version, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, departmentId, format, allOrNothing, mapping?.name, mapping?.version, begunAt],
  );
}

export async function endSubmission(
  manager: EntityManager,
  id: string,
  ended: { at: Date; bytes: number; sha256: string; counts: object; headerCipher: Buffer | null },
): Promise<void> {
  await manager.query(
    `UPDATE redress.use_of_force_submission SET ended_at = $2, bytes = $3, sha256 = $4, counts = $5, header_cipher = $6
      WHERE id = $1`,
    [id, ended.at, ended.bytes, ended.sha256, JSON.stringify(ended.counts), ended.headerCipher],
  );
}

/** A submission that broke off before its end leaves nothing of itself; what it had taken stays taken. */
export async function forgetSubmission(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM redress.use_of_force_submission WHERE id = $1 AND ended_at IS NULL', [id]);
}

export interface Reject {
  place: number;
  reportNumber: string | null;
  faults: ReportFault[];
  /** null when it was too long to be kept */
  sentCipher: Buffer | null;
}

export async function insertRejects(
  manager: EntityManager,
  jurisdictionId: string,
  submissionId: string,
  rejects: readonly Reject[],
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_reject (jurisdiction_id, submission_id, place, report_number, faults, sent_cipher)
     SELECT $1, $2, told.* FROM unnest($3::integer[], $4::text[], $5::jsonb[], $6::bytea[]) AS told`,
    [
      jurisdictionId,
      submissionId,
      rejects.map(({ place }) => place),
      rejects.map(({ reportNumber }) => reportNumber),
      rejects.map(({ faults }) => JSON.stringify(faults)),
      rejects.map(({ sentCipher }) => sentCipher),
    ],
  );
}
