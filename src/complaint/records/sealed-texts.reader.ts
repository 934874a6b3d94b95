import type { EntityManager } from 'typeorm';
import type { PersonRole } from '../rules/person-role.js';

/** Every sealed text of a case, as it stands: ciphertexts, by table and row. */
export interface SealedTexts {
  complaint: { shielded: boolean; narrative: Buffer | null; place: Buffer | null; retaliation: Buffer | null };
  people: { id: string; roles: PersonRole[]; name: Buffer | null; contact: Buffer | null }[];
  officers: { id: string; description: Buffer }[];
  findings: { id: string; reasons: Buffer }[];
  screening: { id: string; reason: Buffer }[];
}

/** Null when the case is not there for whom this transaction runs. */
export async function sealedTextsOf(manager: EntityManager, complaintId: string): Promise<SealedTexts | null> {
  const of = async <Row>(sql: string): Promise<Row[]> => manager.query(sql, [complaintId]);
  const [complaint] = await of<SealedTexts['complaint']>(
    `SELECT shielded, narrative_cipher AS narrative, place_cipher AS place, retaliation_cipher AS retaliation
       FROM redress.complaint WHERE id = $1`,
  );
  if (!complaint) return null;
  return {
    complaint,
    people: await of(
      `SELECT id, roles, name_cipher AS name, contact_cipher AS contact
         FROM redress.complaint_person WHERE complaint_id = $1 ORDER BY id`,
    ),
    officers: await of(
      `SELECT id, description_cipher AS description FROM redress.complaint_officer
        WHERE complaint_id = $1 AND description_cipher IS NOT NULL ORDER BY id`,
    ),
    findings: await of(
      `SELECT id, reasons_cipher AS reasons FROM redress.finding
        WHERE complaint_id = $1 AND reasons_cipher IS NOT NULL ORDER BY id`,
    ),
    screening: await of(
      `SELECT id, reason_cipher AS reason FROM redress.screening s WHERE complaint_id = $1 AND reason_cipher IS NOT NULL
         AND NOT EXISTS (SELECT FROM redress.screening later WHERE later.supersedes = s.id)`,
    ),
  };
}
