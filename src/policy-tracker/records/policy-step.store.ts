import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { inTheOfficesName } from '../../review-board/index.js';
import type { PolicyStepKind } from '../rules/policy-status.js';

export interface NewStep {
  jurisdictionId: string;
  id: string;
  policyId: string;
  kind: PolicyStepKind;
  outcome: string | null;
  dueOn: string | null;
  motionId: string | null;
  complaintId: string | null;
  evidenceId: string | null;
  wordsCipher: Buffer | null;
  takenOn: string;
  recordedBy: string;
  at: Date;
}

export async function insertStep(manager: EntityManager, step: NewStep): Promise<void> {
  await manager.query(
    `INSERT INTO redress.policy_step (jurisdiction_id, id, recommendation_id, kind, outcome, due_on, motion_id, complaint_id,
        evidence_id, words_cipher, taken_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[step.jurisdictionId, step.id, step.policyId, step.kind, step.outcome, step.dueOn, step.motionId],
      ...[step.complaintId, step.evidenceId, step.wordsCipher, step.takenOn, step.recordedBy, step.at],
    ],
  );
}

/** Whether there is evidence, in a case that this person may not see too: it counts for everybody. */
export async function hasEvidence(manager: EntityManager, policyId: string): Promise<boolean> {
  const rows = await inTheOfficesName(manager, () =>
    manager.query<unknown[]>(
      `SELECT FROM redress.policy_step WHERE recommendation_id = $1 AND kind = 'evidence' LIMIT 1`,
      [policyId],
    ),
  );
  return rows.length === 1;
}

/** That the evidence lies in a case on which the recommendation rests. @throws NotFound */
export async function findBasisEvidence(
  manager: EntityManager,
  of: { policyId: string; complaintId: string; evidenceId: string },
): Promise<void> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.policy_basis b JOIN redress.evidence_item e
        ON e.jurisdiction_id = b.jurisdiction_id AND e.complaint_id = b.complaint_id
      WHERE b.recommendation_id = $1 AND b.complaint_id = $2 AND e.id = $3`,
    [of.policyId, of.complaintId, of.evidenceId],
  );
  if (rows.length === 0) throw new NotFound();
}
