import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

export type SummaryStatus = 'draft' | 'awaiting_approval' | 'approved' | 'withdrawn';

/** The summary of a case that is not withdrawn, with the text that it is now (sealed). */
export interface PublicSummary {
  summaryId: string;
  complaintId: string;
  status: SummaryStatus;
  revisionId: string;
  textCipher: Buffer;
  textSha256: string;
  writtenBy: string;
  writtenAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
}

export interface NewRevision {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  summaryId: string;
  textCipher: Buffer;
  textSha256: string;
  writtenBy: string;
  writtenAt: Date;
}

const LIVE = `SELECT s.id AS "summaryId", s.complaint_id AS "complaintId", s.status, s.revision_id AS "revisionId",
    r.text_cipher AS "textCipher", r.text_sha256 AS "textSha256", r.written_by AS "writtenBy", r.written_at AS "writtenAt",
    s.submitted_at AS "submittedAt", s.approved_at AS "approvedAt"
  FROM redress.public_summary s JOIN redress.public_summary_revision r ON r.id = s.revision_id
  WHERE s.complaint_id = $1 AND s.status <> 'withdrawn'`;

/** @throws NotFound when the case has none, or is hidden from this person */
export async function summaryOf(manager: EntityManager, complaintId: string): Promise<PublicSummary> {
  const rows: PublicSummary[] = await manager.query(LIVE, [complaintId]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/**
 * Held until the transaction ends: of two who change, approve or withdraw it at once, the second sees what the first did.
 * Locked first and read then, for a locked join would drop the row whose text was changed meanwhile. @throws NotFound
 */
export async function lockSummary(manager: EntityManager, complaintId: string): Promise<PublicSummary> {
  await manager.query(
    `SELECT FROM redress.public_summary WHERE complaint_id = $1 AND status <> 'withdrawn' FOR UPDATE`,
    [complaintId],
  );
  return summaryOf(manager, complaintId);
}

/** False when the case has one already. The revision's row follows in the same transaction. */
export async function insertSummary(
  manager: EntityManager,
  summary: { jurisdictionId: string; id: string; complaintId: string; revisionId: string },
): Promise<boolean> {
  const { jurisdictionId, id, complaintId, revisionId } = summary;
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.public_summary (jurisdiction_id, id, complaint_id, status, revision_id)
     VALUES ($1, $2, $3, 'draft', $4) ON CONFLICT DO NOTHING RETURNING id`,
    [jurisdictionId, id, complaintId, revisionId],
  );
  return rows.length === 1;
}

export async function insertRevision(manager: EntityManager, revision: NewRevision): Promise<void> {
  const { jurisdictionId, id, complaintId, summaryId, textCipher, textSha256, writtenBy, writtenAt } = revision;
  await manager.query(
    `INSERT INTO redress.public_summary_revision
       (jurisdiction_id, id, complaint_id, summary_id, text_cipher, text_sha256, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, complaintId, summaryId, textCipher, textSha256, writtenBy, writtenAt],
  );
}

/** What was approved was another text: nothing of that stays. */
export async function setRevision(manager: EntityManager, summaryId: string, revisionId: string): Promise<void> {
  await manager.query(
    `UPDATE redress.public_summary SET revision_id = $2, status = 'draft', submitted_at = NULL, approved_at = NULL,
            review_sha256 = NULL WHERE id = $1`,
    [summaryId, revisionId],
  );
}

export async function setSubmitted(manager: EntityManager, summaryId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE redress.public_summary SET status = 'awaiting_approval', submitted_at = $2 WHERE id = $1`,
    [summaryId, at],
  );
}

/** @throws an error of SQLSTATE RD011 without two people's approval of this text with these hits */
export async function setApproved(
  manager: EntityManager,
  summaryId: string,
  { reviewSha256, at }: { reviewSha256: string; at: Date },
): Promise<void> {
  await manager.query(
    `UPDATE redress.public_summary SET status = 'approved', review_sha256 = $2, approved_at = $3 WHERE id = $1`,
    [summaryId, reviewSha256, at],
  );
}

export async function setWithdrawn(manager: EntityManager, summaryId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE redress.public_summary SET status = 'withdrawn', withdrawn_at = $2, approved_at = NULL, review_sha256 = NULL
      WHERE id = $1`,
    [summaryId, at],
  );
}
