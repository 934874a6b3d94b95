import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { NewWork, WorkGround } from '../rules/work-faults.js';
import { WORK, type WorkKind, type WorkStatus } from '../rules/work-moves.js';
import type { WorkStep } from '../rules/work-step-faults.js';

export interface Signed {
  jurisdictionId: string;
  complaintId: string;
  by: string;
  at: Date;
}

/** Whether those whom new work names are there, and may be given it. */
export async function workGround(manager: EntityManager, complaintId: string, work: NewWork): Promise<WorkGround> {
  const [ground]: WorkGround[] = await manager.query(
    `SELECT EXISTS (SELECT FROM redress.staff m WHERE m.id = $2 AND m.disabled_at IS NULL
              AND m.roles && ARRAY['investigator', 'supervisor', 'intake']
              AND NOT EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = $1 AND r.staff_id = m.id)) AS assignable,
            EXISTS (SELECT FROM redress.complaint_person p WHERE p.complaint_id = $1 AND p.id = $3 AND p.ended_at IS NULL) AS "personInCase",
            EXISTS (SELECT FROM redress.complaint_officer o WHERE o.complaint_id = $1 AND o.id = $4) AS "officerInCase"`,
    [complaintId, work.assignedTo ?? null, work.personId ?? null, work.complaintOfficerId ?? null],
  );
  return ground ?? { assignable: false, personInCase: false, officerInCase: false };
}

export async function insertWork(
  manager: EntityManager,
  id: string,
  { kind, dueOn, assignedTo, personId, complaintOfficerId, recordKind }: NewWork,
  { jurisdictionId, complaintId, by, at, wordsCipher }: Signed & { wordsCipher: Buffer },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.work_item (jurisdiction_id, id, complaint_id, kind, status, due_on, assigned_to, person_id,
       complaint_officer_id, record_kind, words_cipher, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[jurisdictionId, id, complaintId, kind, WORK[kind].begins, dueOn, assignedTo, personId],
      ...[complaintOfficerId, recordKind, wordsCipher, by, at],
    ],
  );
}

export interface HeldWork {
  status: WorkStatus;
  ofOfficer: boolean;
  ofComplainant: boolean;
}

/** Holds the piece of work until the transaction ends. @throws NotFound */
export async function holdWork(
  manager: EntityManager,
  { complaintId, kind, itemId }: { complaintId: string; kind: WorkKind; itemId: string },
): Promise<HeldWork> {
  const [held]: HeldWork[] = await manager.query(
    `SELECT status, complaint_officer_id IS NOT NULL AS "ofOfficer",
            EXISTS (SELECT FROM redress.complaint_person p
              WHERE p.id = person_id AND p.roles @> ARRAY['complainant']) AS "ofComplainant"
       FROM redress.work_item
      WHERE complaint_id = $1 AND kind = $2 AND id = $3 FOR UPDATE`,
    [complaintId, kind, itemId],
  );
  if (!held) throw new NotFound();
  return held;
}

/** The number that this step gets among the item's. */
export async function nextSequence(manager: EntityManager, itemId: string): Promise<number> {
  const [row]: { next: number }[] = await manager.query(
    'SELECT count(*)::int + 1 AS next FROM redress.work_step WHERE item_id = $1',
    [itemId],
  );
  return row?.next ?? 1;
}

export async function insertStep(
  manager: EntityManager,
  item: { itemId: string; from: WorkStatus; sequence: number },
  step: WorkStep,
  { jurisdictionId, complaintId, by, at, wordsCipher }: Signed & { wordsCipher: Buffer | null },
): Promise<void> {
  const { itemId, from, sequence } = item;
  const { to, on, warning, warningAcknowledged, representativePresent, recordingEvidenceId } = step;
  if (recordingEvidenceId !== undefined) await refuseNoEvidence(manager, complaintId, recordingEvidenceId);
  await manager.query('UPDATE redress.work_item SET status = $2 WHERE id = $1', [itemId, to]);
  await manager.query(
    `INSERT INTO redress.work_step (jurisdiction_id, item_id, sequence, complaint_id, from_status, to_status, on_day,
       warning, warning_acknowledged, representative_present, recording_evidence_id, words_cipher, taken_by, taken_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[jurisdictionId, itemId, sequence, complaintId, from, to, on, warning, warningAcknowledged],
      ...[representativePresent, recordingEvidenceId, wordsCipher, by, at],
    ],
  );
}

async function refuseNoEvidence(manager: EntityManager, complaintId: string, evidenceId: string): Promise<void> {
  const found: unknown[] = await manager.query(
    'SELECT FROM redress.evidence_item WHERE complaint_id = $1 AND id = $2',
    [complaintId, evidenceId],
  );
  if (found.length === 0) throw new RuleBroken('no-such-evidence', 'The case has no evidence with this id.', 422);
}
