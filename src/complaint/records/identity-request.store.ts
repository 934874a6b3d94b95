import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';

const reasonPlace = (rowId: string) => ({ table: 'identity_request', column: 'reason_cipher', rowId });
const answerPlace = (rowId: string) => ({ table: 'identity_decision', column: 'reason_cipher', rowId });

export interface NewIdentityRequest {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  askedBy: string;
  reason: string;
  at: Date;
}

export async function insertIdentityRequest(
  manager: EntityManager,
  key: CaseKey,
  { jurisdictionId, id, complaintId, askedBy, reason, at }: NewIdentityRequest,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.identity_request (jurisdiction_id, id, complaint_id, asked_by, reason_cipher, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [jurisdictionId, id, complaintId, askedBy, key.seal(reasonPlace(id), reason), at],
  );
}

/** Null when the case has no request of this id. */
export async function identityRequestOf(
  manager: EntityManager,
  complaintId: string,
  requestId: string,
): Promise<{ askedBy: string; decided: boolean } | null> {
  const rows: { askedBy: string; decided: boolean }[] = await manager.query(
    `SELECT r.asked_by AS "askedBy", EXISTS (SELECT FROM redress.identity_decision d WHERE d.request_id = r.id) AS decided
       FROM redress.identity_request r WHERE r.complaint_id = $1 AND r.id = $2`,
    [complaintId, requestId],
  );
  return rows[0] ?? null;
}

export interface NewIdentityDecision {
  jurisdictionId: string;
  requestId: string;
  complaintId: string;
  askedBy: string;
  decidedBy: string;
  reason: string;
  at: Date;
  /** Null: refused */
  grantedUntil: Date | null;
}

export async function insertIdentityDecision(
  manager: EntityManager,
  key: CaseKey,
  decision: NewIdentityDecision,
): Promise<void> {
  const { jurisdictionId, requestId, complaintId, askedBy, decidedBy, reason, at, grantedUntil } = decision;
  await manager.query(
    `INSERT INTO redress.identity_decision (jurisdiction_id, request_id, complaint_id, asked_by, decided_by, granted,
       reason_cipher, decided_at, granted_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[jurisdictionId, requestId, complaintId, askedBy, decidedBy, grantedUntil !== null],
      ...[key.seal(answerPlace(requestId), reason), at, grantedUntil],
    ],
  );
}

/** The request on which this person may read who it is now; null when there is none, or its time is up. */
export async function standingGrant(
  manager: EntityManager,
  complaintId: string,
  staffId: string,
  now: Date,
): Promise<string | null> {
  const rows: { requestId: string }[] = await manager.query(
    `SELECT d.request_id AS "requestId" FROM redress.identity_decision d
      WHERE d.complaint_id = $1 AND d.asked_by = $2 AND d.granted AND d.granted_until > $3
      ORDER BY d.granted_until DESC LIMIT 1`,
    [complaintId, staffId, now],
  );
  return rows[0]?.requestId ?? null;
}

/** Whether this person may read who complains: nobody is shielded in the case, or a grant of theirs stands. */
export async function identityOpenTo(
  manager: EntityManager,
  complaintId: string,
  staffId: string,
  now: Date,
): Promise<boolean> {
  const rows: { shielded: boolean }[] = await manager.query('SELECT shielded FROM redress.complaint WHERE id = $1', [
    complaintId,
  ]);
  return rows[0]?.shielded === false || (await standingGrant(manager, complaintId, staffId, now)) !== null;
}

export interface AskedIdentity {
  requestId: string;
  askedBy: string;
  askedAt: Date;
  reason: string;
  decision: {
    granted: boolean;
    decidedBy: string;
    decidedAt: Date;
    grantedUntil: Date | null;
    reason: string;
  } | null;
}

interface Row {
  id: string;
  askedBy: string;
  askedAt: Date;
  reason: Buffer;
  granted: boolean | null;
  decidedBy: string;
  decidedAt: Date;
  grantedUntil: Date | null;
  answer: Buffer;
}

const OF_CASE = `
  SELECT r.id, r.asked_by AS "askedBy", redress.shown_time(r.asked_at, c.anonymous) AS "askedAt", r.reason_cipher AS reason,
         d.granted, d.decided_by AS "decidedBy", redress.shown_time(d.decided_at, c.anonymous) AS "decidedAt",
         d.granted_until AS "grantedUntil", d.reason_cipher AS answer
    FROM redress.identity_request r
    JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
    LEFT JOIN redress.identity_decision d ON d.jurisdiction_id = r.jurisdiction_id AND d.request_id = r.id
   WHERE r.complaint_id = $1 ORDER BY r.asked_at, r.id`;

export async function identityRequestsOf(
  manager: EntityManager,
  key: CaseKey,
  complaintId: string,
): Promise<AskedIdentity[]> {
  const rows: Row[] = await manager.query(OF_CASE, [complaintId]);
  return rows.map(({ id, askedBy, askedAt, reason, granted, decidedBy, decidedAt, grantedUntil, answer }) => ({
    ...{ requestId: id, askedBy, askedAt },
    reason: key.open(reasonPlace(id), reason),
    decision:
      granted === null
        ? null
        : { granted, decidedBy, decidedAt, grantedUntil, reason: key.open(answerPlace(id), answer) },
  }));
}
