import type { EntityManager } from 'typeorm';
import type { GenericClass } from '../../charter/index.js';
import { newId } from '../../platform/identifiers.js';
import type { StandingFinding } from '../rules/final-findings.js';
import type { FindingStage } from '../rules/finding-stage.js';

export interface NewFinding {
  jurisdictionId: string;
  complaintId: string;
  allegationId: string;
  stage: FindingStage;
  finding: string;
  genericClass: GenericClass;
  recordedBy: string | null;
  recordedAt: Date;
  /** Sealed by the caller: `id` is given so that it can be bound to the row. */
  id?: string;
  reasonsCipher?: Buffer | null;
  /** A code of the charter */
  standardOfProof?: string | undefined;
}

/** Adds a finding at its stage; one that stands there already is superseded and stays. Returns the new finding's id. */
export async function insertFinding(manager: EntityManager, finding: NewFinding): Promise<string> {
  const id = finding.id ?? newId();
  await manager.query(
    `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class,
        reasons_cipher, recorded_by, recorded_at, standard_of_proof, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       (SELECT f.id FROM redress.finding f WHERE f.allegation_id = $4 AND f.stage = $5
          AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)))`,
    [
      finding.jurisdictionId,
      id,
      finding.complaintId,
      finding.allegationId,
      finding.stage,
      finding.finding,
      finding.genericClass,
      finding.reasonsCipher ?? null,
      finding.recordedBy,
      finding.recordedAt,
      finding.standardOfProof ?? null,
    ],
  );
  return id;
}

/** What a finding rests on. Evidence of another case, or none, is kept out by the foreign key. */
export async function citeEvidence(
  manager: EntityManager,
  { jurisdictionId, complaintId, findingId }: { jurisdictionId: string; complaintId: string; findingId: string },
  evidenceIds: readonly string[],
): Promise<void> {
  if (evidenceIds.length === 0) return;
  await manager.query(
    `INSERT INTO redress.finding_evidence (jurisdiction_id, finding_id, evidence_id, complaint_id)
     SELECT $1, $2, cited, $3 FROM unnest($4::uuid[]) AS cited`,
    [jurisdictionId, findingId, complaintId, evidenceIds],
  );
}

/** Those of these ids that are no evidence of the case. */
export async function notEvidenceOf(
  manager: EntityManager,
  complaintId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM redress.evidence_item WHERE complaint_id = $1 AND id = ANY ($2)',
    [complaintId, ids],
  );
  return ids.filter((id) => !rows.some((row) => row.id === id));
}

/**
 * The findings of a case that nothing has superseded, one an allegation and stage; of the board's and the chief's those made
 * since the case came before the board last: a case that was sent there again waits for a new vote.
 */
export async function standingFindings(manager: EntityManager, complaintId: string): Promise<StandingFinding[]> {
  return manager.query(
    `SELECT f.allegation_id AS "allegationId", f.stage, f.finding, f.generic_class AS "genericClass", f.recorded_at AS "recordedAt"
       FROM redress.finding f
      WHERE f.complaint_id = $1 AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)
        AND (f.stage NOT IN ('board', 'chief') OR coalesce(f.recorded_at >= redress.before_board_since($1), true))`,
    [complaintId],
  );
}
