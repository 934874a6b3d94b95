import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import type { PersonNoted } from '../rules/person-edit.js';

export interface FormerVersion {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  personId: string;
  /** Which version it was, from 1 on */
  number: number;
  former: PersonNoted;
  reason: string;
  editedBy: string;
  at: Date;
}

const placeOf = (rowId: string, column: string) => ({ table: 'person_version', column, rowId });

export async function insertFormerVersion(manager: EntityManager, key: CaseKey, row: FormerVersion): Promise<void> {
  await manager.query(
    `INSERT INTO redress.person_version (jurisdiction_id, id, complaint_id, person_id, number, former_cipher, reason_cipher,
        edited_by, edited_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.personId, row.number],
      ...[key.seal(placeOf(row.id, 'former_cipher'), JSON.stringify(row.former))],
      ...[key.seal(placeOf(row.id, 'reason_cipher'), row.reason), row.editedBy, row.at],
    ],
  );
}

export interface PastVersion {
  personId: string;
  number: number;
  noted: PersonNoted;
  /** Why it was changed, and by whom */
  reason: string;
  editedBy: string;
  editedAt: Date;
}

interface Row {
  id: string;
  personId: string;
  number: number;
  former: Buffer;
  reason: Buffer;
  editedBy: string;
  editedAt: Date;
}

/** What was noted of the people of a case before, in clear and in order: of one of them, or of all. */
export async function formerVersionsOf(
  manager: EntityManager,
  key: CaseKey,
  complaintId: string,
  personId: string | null,
): Promise<PastVersion[]> {
  const rows: Row[] = await manager.query(
    `SELECT v.id, v.person_id AS "personId", v.number, v.former_cipher AS former, v.reason_cipher AS reason,
            v.edited_by AS "editedBy", redress.shown_time(v.edited_at, c.anonymous) AS "editedAt"
       FROM redress.person_version v
       JOIN redress.complaint c ON c.jurisdiction_id = v.jurisdiction_id AND c.id = v.complaint_id
      WHERE v.complaint_id = $1 AND ($2::uuid IS NULL OR v.person_id = $2) ORDER BY v.person_id, v.number`,
    [complaintId, personId],
  );
  return rows.map(({ id, former, reason, ...row }) => ({
    ...row,
    noted: JSON.parse(key.open(placeOf(id, 'former_cipher'), former)) as PersonNoted,
    reason: key.open(placeOf(id, 'reason_cipher'), reason),
  }));
}
