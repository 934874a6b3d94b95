import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

export interface NewPublicText {
  jurisdictionId: string;
  id: string;
  policyId: string;
  stepId: string | null;
  wordsCipher: Buffer;
  writtenBy: string;
  at: Date;
}

/** The case whose walls it stands behind, if its step is of one. @throws NotFound */
export async function caseOfStep(manager: EntityManager, policyId: string, stepId: string): Promise<string | null> {
  const rows: { complaintId: string | null }[] = await manager.query(
    'SELECT complaint_id AS "complaintId" FROM redress.policy_step WHERE recommendation_id = $1 AND id = $2',
    [policyId, stepId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].complaintId;
}

export async function insertPublicText(manager: EntityManager, text: NewPublicText): Promise<void> {
  await manager.query(
    `INSERT INTO redress.policy_public_text (jurisdiction_id, id, recommendation_id, step_id, words_cipher, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [text.jurisdictionId, text.id, text.policyId, text.stepId, text.wordsCipher, text.writtenBy, text.at],
  );
}

export interface PublicText {
  id: string;
  stepId: string | null;
  complaintId: string | null;
  wordsCipher: Buffer;
  /** Written anew since: the later one is published */
  superseded: boolean;
  /** Its case is sealed: nothing is told of it */
  sealed: boolean;
}

/** @throws NotFound */
export async function findPublicText(manager: EntityManager, policyId: string, textId: string): Promise<PublicText> {
  const rows: PublicText[] = await manager.query(
    `SELECT t.id, t.step_id AS "stepId", t.complaint_id AS "complaintId", t.words_cipher AS "wordsCipher",
            EXISTS (SELECT FROM redress.policy_public_text later WHERE later.recommendation_id = t.recommendation_id
              AND later.step_id IS NOT DISTINCT FROM t.step_id AND later.id > t.id) AS superseded,
            EXISTS (SELECT FROM redress.sealing s WHERE s.complaint_id = t.complaint_id AND s.lifted_at IS NULL) AS sealed
       FROM redress.policy_public_text t WHERE t.recommendation_id = $1 AND t.id = $2`,
    [policyId, textId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** False when it was published already. The database refuses whoever wrote any of it (RD046). */
export async function insertPublication(
  manager: EntityManager,
  of: { jurisdictionId: string; textId: string; publishedBy: string; at: Date },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.policy_publication (jurisdiction_id, text_id, published_by, published_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING text_id`,
    [of.jurisdictionId, of.textId, of.publishedBy, of.at],
  );
  return rows.length === 1;
}
