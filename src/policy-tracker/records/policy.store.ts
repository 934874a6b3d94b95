import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { PolicyStatus } from '../rules/policy-status.js';

export interface NewPolicy {
  jurisdictionId: string;
  id: string;
  charterId: string;
  kind: string;
  addressedTo: string;
  motionId: string | null;
  wordsCipher: Buffer;
  /** YYYY-MM-DD */
  issuedOn: string;
  answerDueOn: string;
  writtenBy: string;
  at: Date;
}

/** Returns its number: they are given one after another, whoever writes. */
export async function insertPolicy(manager: EntityManager, policy: NewPolicy): Promise<number> {
  const { jurisdictionId } = policy;
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('policy-number/' || redress.current_jurisdiction(), 0))`,
  );
  const rows: { number: number }[] = await manager.query(
    `INSERT INTO redress.policy_recommendation (jurisdiction_id, id, number, charter_id, kind, addressed_to, motion_id,
        words_cipher, issued_on, answer_due_on, status, written_by, written_at)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, 'awaiting_answer', $10, $11
       FROM redress.policy_recommendation RETURNING number`,
    [
      ...[jurisdictionId, policy.id, policy.charterId, policy.kind, policy.addressedTo, policy.motionId],
      ...[policy.wordsCipher, policy.issuedOn, policy.answerDueOn, policy.writtenBy, policy.at],
    ],
  );
  return rows[0]?.number ?? 0;
}

export interface HeldPolicy {
  id: string;
  number: number;
  charterId: string;
  kind: string;
  status: PolicyStatus;
  issuedOn: string;
  answerDueOn: string;
}

/** Held until the transaction ends: of two steps at once the second finds what the first made of it. @throws NotFound */
export async function holdPolicy(manager: EntityManager, id: string): Promise<HeldPolicy> {
  const rows: HeldPolicy[] = await manager.query(
    `SELECT id, number, charter_id AS "charterId", kind, status, issued_on::text AS "issuedOn", answer_due_on::text AS "answerDueOn"
       FROM redress.policy_recommendation WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export async function changePolicy(
  manager: EntityManager,
  id: string,
  { status, answerDueOn }: { status: PolicyStatus; answerDueOn: string },
): Promise<void> {
  await manager.query('UPDATE redress.policy_recommendation SET status = $2, answer_due_on = $3 WHERE id = $1', [
    id,
    status,
    answerDueOn,
  ]);
}

export interface Basis {
  complaintId: string;
  /** What was recommended in that case and is taken over */
  recommendationId: string | null;
}

/** Nothing is told of a case that the writer may not see: it is as if it were not there. @throws NotFound */
export async function insertBasis(
  manager: EntityManager,
  of: { jurisdictionId: string; policyId: string },
  { complaintId, recommendationId }: Basis,
): Promise<void> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.policy_basis (jurisdiction_id, recommendation_id, complaint_id, case_recommendation_id)
     SELECT $1, $2, c.id, r.id FROM redress.complaint c
       LEFT JOIN redress.recommendation r ON r.jurisdiction_id = c.jurisdiction_id AND r.complaint_id = c.id AND r.id = $4
        AND r.kind <> 'discipline'
      WHERE c.id = $3 AND ($4::uuid IS NULL OR r.id IS NOT NULL) RETURNING complaint_id`,
    [of.jurisdictionId, of.policyId, complaintId, recommendationId],
  );
  if (rows.length === 0) throw new NotFound();
}

/** A motion that the board carried, about no case: what it says of a case is recommended there. */
export async function carriedMotion(manager: EntityManager, motionId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.motion WHERE id = $1 AND status = 'carried' AND complaint_id IS NULL`,
    [motionId],
  );
  return rows.length === 1;
}
