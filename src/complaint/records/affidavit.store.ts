import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { affidavitMissing as isMissing, type AffidavitState } from '../rules/affidavit-missing.js';

export interface NewAffidavit {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  /** ISO date; null: gone without, for the reason given */
  receivedOn: string | null;
  reasonCipher: Buffer | null;
  recordedBy: string;
  at: Date;
}

/** False when the same was recorded before. */
export async function insertAffidavit(manager: EntityManager, affidavit: NewAffidavit): Promise<boolean> {
  const { jurisdictionId, id, complaintId, receivedOn, reasonCipher, recordedBy, at } = affidavit;
  const kind = receivedOn === null ? 'overridden' : 'received';
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.affidavit (jurisdiction_id, id, complaint_id, kind, received_on, reason_cipher, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (jurisdiction_id, complaint_id, kind) DO NOTHING RETURNING id`,
    [jurisdictionId, id, complaintId, kind, receivedOn, reasonCipher, recordedBy, at],
  );
  return rows.length === 1;
}

/** Whether the case's charter wants a sworn statement that is not there: it is not taken on before. */
export async function affidavitMissing(manager: EntityManager, complaintId: string): Promise<boolean> {
  const rows: (AffidavitState & { charterId: string })[] = await manager.query(
    `SELECT c.charter_id AS "charterId", c.kind,
            EXISTS (SELECT FROM redress.complaint_person p
              WHERE p.complaint_id = c.id AND p.roles @> ARRAY['complainant'] AND p.ended_at IS NULL) AS "hasComplainant",
            EXISTS (SELECT FROM redress.affidavit a WHERE a.complaint_id = c.id) AS settled
       FROM redress.complaint c WHERE c.id = $1`,
    [complaintId],
  );
  const [state] = rows;
  if (!state) return false;
  const { complainants } = (await charterById(manager, state.charterId)).document;
  return isMissing(complainants.affidavit, state);
}
