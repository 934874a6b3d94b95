import type { EntityManager } from 'typeorm';
import { inTheOfficesName } from '../../review-board/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';

export interface NewRequest {
  jurisdictionId: string;
  id: string;
  auditId: string;
  fileId: string;
  wordsCipher: Buffer;
  dueOn: string;
  requestedBy: string;
  at: Date;
}

export async function insertRequest(manager: EntityManager, request: NewRequest): Promise<void> {
  await manager.query(
    `INSERT INTO redress.audit_request (jurisdiction_id, id, audit_id, file_id, words_cipher, due_on, requested_by, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[request.jurisdictionId, request.id, request.auditId, request.fileId, request.wordsCipher, request.dueOn],
      ...[request.requestedBy, request.at],
    ],
  );
}

/** The case that a request is about, if its file is one of ours. @throws NotFound */
export async function caseOfRequest(
  manager: EntityManager,
  auditId: string,
  requestId: string,
): Promise<string | null> {
  const rows: { complaintId: string | null }[] = await manager.query(
    'SELECT complaint_id AS "complaintId" FROM redress.audit_request WHERE audit_id = $1 AND id = $2',
    [auditId, requestId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].complaintId;
}

export const RESPONSES = ['accepted', 'accepted_in_part', 'rejected'] as const;
export type DepartmentOutcome = (typeof RESPONSES)[number];

export interface NewResponse {
  jurisdictionId: string;
  id: string;
  auditId: string;
  /** Null: to the audit as a whole */
  requestId: string | null;
  outcome: DepartmentOutcome;
  wordsCipher: Buffer | null;
  respondedOn: string;
  recordedBy: string;
  at: Date;
}

/** False when there is a response to it already. */
export async function insertResponse(manager: EntityManager, response: NewResponse): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.audit_response (jurisdiction_id, id, audit_id, request_id, outcome, words_cipher, responded_on,
        recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[response.jurisdictionId, response.id, response.auditId, response.requestId, response.outcome],
      ...[response.wordsCipher, response.respondedOn, response.recordedBy, response.at],
    ],
  );
  return rows.length === 1;
}

/** What the department may still answer in time, the audit itself (due on `answerDueOn`) and each request, in the office's name. */
export async function countOutstanding(
  manager: EntityManager,
  of: { auditId: string; answerDueOn: string | null; today: string },
): Promise<number> {
  const rows = await inTheOfficesName(manager, () =>
    manager.query<{ outstanding: number }[]>(
      `SELECT count(*)::int AS outstanding FROM (
         SELECT q.id, q.due_on FROM redress.audit_request q WHERE q.audit_id = $1
         UNION ALL SELECT NULL, $2::date) AS asked
        WHERE asked.due_on >= $3 AND NOT EXISTS (SELECT FROM redress.audit_response r
          WHERE r.audit_id = $1 AND r.request_id IS NOT DISTINCT FROM asked.id)`,
      [of.auditId, of.answerDueOn, of.today],
    ),
  );
  return rows[0]?.outstanding ?? 0;
}
