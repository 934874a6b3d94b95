import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import { type DeliveryWay, LETTER_MOVES, type LetterStatus } from '../rules/letter-status.js';

export interface NewLetter {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  template: string;
  language: string;
  personId: string;
  agency: string;
  portalOnly: boolean;
  subjectCipher: Buffer;
  bodyCipher: Buffer;
  writtenBy: string;
  writtenAt: Date;
}

export async function insertLetter(manager: EntityManager, letter: NewLetter): Promise<void> {
  const { jurisdictionId, id, complaintId, template, language, personId, agency, portalOnly } = letter;
  const { subjectCipher, bodyCipher, writtenBy, writtenAt } = letter;
  await manager.query(
    `INSERT INTO redress.letter (jurisdiction_id, id, complaint_id, template, language, person_id, status, agency,
       portal_only, subject_cipher, body_cipher, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'written', $7, $8, $9, $10, $11, $12)`,
    [
      ...[jurisdictionId, id, complaintId, template, language, personId, agency],
      ...[portalOnly, subjectCipher, bodyCipher, writtenBy, writtenAt],
    ],
  );
}

export interface LetterStep {
  jurisdictionId: string;
  complaintId: string;
  letterId: string;
  to: LetterStatus;
  way: DeliveryWay | null;
  onDay: string;
  recordedBy: string;
  recordedAt: Date;
}

export interface HeldLetter {
  template: string;
  status: LetterStatus;
  portalOnly: boolean;
  toComplainant: boolean;
}

/** Holds the letter until the transaction ends. @throws NotFound */
export async function holdLetter(manager: EntityManager, complaintId: string, letterId: string): Promise<HeldLetter> {
  const [held]: HeldLetter[] = await manager.query(
    `SELECT l.template, l.status, l.portal_only AS "portalOnly", 'complainant' = ANY (p.roles) AS "toComplainant"
       FROM redress.letter l
       JOIN redress.complaint_person p ON p.jurisdiction_id = l.jurisdiction_id AND p.id = l.person_id
      WHERE l.complaint_id = $1 AND l.id = $2 FOR UPDATE OF l`,
    [complaintId, letterId],
  );
  if (!held) throw new NotFound();
  return held;
}

/** @throws RuleBroken letter-stands-elsewhere (409) */
export async function stepLetter(manager: EntityManager, held: HeldLetter, step: LetterStep): Promise<void> {
  const { jurisdictionId, complaintId, letterId, to, way, onDay, recordedBy, recordedAt } = step;
  if (!canGo(LETTER_MOVES, held.status, to))
    throw new RuleBroken('letter-stands-elsewhere', cannotGo(LETTER_MOVES, held.status, to));
  await manager.query('UPDATE redress.letter SET status = $2 WHERE id = $1', [letterId, to]);
  await manager.query(
    `INSERT INTO redress.letter_step (jurisdiction_id, letter_id, sequence, complaint_id, portal_only, to_status, way,
       on_day, recorded_by, recorded_at)
     VALUES ($1, $2, (SELECT count(*) + 1 FROM redress.letter_step WHERE letter_id = $2), $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, letterId, complaintId, held.portalOnly, to, way, onDay, recordedBy, recordedAt],
  );
}
