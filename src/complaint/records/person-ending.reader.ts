import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';

export interface PersonEnding {
  reason: string;
  endedBy: string;
  endedAt: Date;
}

/** Why the person is no longer of the case, in clear; null: they are. */
export async function endingOf(manager: EntityManager, key: CaseKey, personId: string): Promise<PersonEnding | null> {
  const rows: { cipher: Buffer; endedBy: string; endedAt: Date }[] = await manager.query(
    `SELECT p.end_reason_cipher AS cipher, p.ended_by AS "endedBy", redress.shown_time(p.ended_at, c.anonymous) AS "endedAt"
       FROM redress.complaint_person p
       JOIN redress.complaint c ON c.jurisdiction_id = p.jurisdiction_id AND c.id = p.complaint_id
      WHERE p.id = $1 AND p.ended_at IS NOT NULL`,
    [personId],
  );
  const [ended] = rows;
  if (!ended) return null;
  const place = { table: 'complaint_person', column: 'end_reason_cipher', rowId: personId };
  return { reason: key.open(place, ended.cipher), endedBy: ended.endedBy, endedAt: ended.endedAt };
}
