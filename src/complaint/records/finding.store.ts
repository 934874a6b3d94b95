import type { EntityManager } from 'typeorm';
import type { GenericClass } from '../../charter/index.js';
import { newId } from '../../platform/identifiers.js';

export type FindingStage = 'investigator' | 'supervisor' | 'board' | 'chief' | 'final';

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
