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
}

/** Adds a finding at its stage; one that stands there already is superseded and stays. Returns the new finding's id. */
export async function insertFinding(manager: EntityManager, finding: NewFinding): Promise<string> {
  const id = finding.id ?? newId();
  await manager.query(
    `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class,
        reasons_cipher, recorded_by, recorded_at, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
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
    ],
  );
  return id;
}

/** The findings of a case that nothing has superseded, one an allegation and stage. */
export async function standingFindings(manager: EntityManager, complaintId: string): Promise<StandingFinding[]> {
  return manager.query(
    `SELECT f.allegation_id AS "allegationId", f.stage, f.finding, f.generic_class AS "genericClass"
       FROM redress.finding f
      WHERE f.complaint_id = $1 AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)`,
    [complaintId],
  );
}
