import type { EntityManager } from 'typeorm';

/** What people wrote down beside their decisions in a case. */
export const NOTE_KINDS = [
  'screening',
  'appeal',
  'classification',
  'link',
  'unlink',
  'conflict',
  'identification',
  'renaming',
  'affidavit',
  'reopening',
  'hold',
  'hold_release',
  'sealing',
  'sealing_lifted',
  'expungement',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface SealedNote {
  kind: NoteKind;
  table: string;
  column: string;
  id: string;
  text: Buffer;
}

/** Every note of the case as it stands, sealed, in the order in which they were written. */
export async function sealedNotesOf(manager: EntityManager, complaintId: string): Promise<SealedNote[]> {
  return manager.query(
    `SELECT kind, "table", "column", id, text FROM (
       SELECT 'screening' AS kind, 'screening' AS "table", 'reason_cipher' AS "column", id, reason_cipher AS text, decided_at AS at
         FROM redress.screening WHERE complaint_id = $1
       UNION ALL SELECT 'appeal', 'screening_appeal', 'grounds_cipher', screening_id, grounds_cipher, filed_at
         FROM redress.screening_appeal WHERE complaint_id = $1
       UNION ALL SELECT 'classification', 'classification', 'reason_cipher', id, reason_cipher, decided_at
         FROM redress.classification WHERE complaint_id = $1
       UNION ALL SELECT 'link', 'case_link', 'reason_cipher', id, reason_cipher, linked_at
         FROM redress.case_link WHERE complaint_id = $1
       UNION ALL SELECT 'unlink', 'case_link', 'ended_reason_cipher', id, ended_reason_cipher, ended_at
         FROM redress.case_link WHERE complaint_id = $1
       UNION ALL SELECT 'conflict', 'conflict_decision', 'reason_cipher', declaration_id, reason_cipher, decided_at
         FROM redress.conflict_decision WHERE complaint_id = $1
       UNION ALL SELECT 'identification', 'officer_identification', 'reason_cipher', id, reason_cipher, recorded_at
         FROM redress.officer_identification WHERE complaint_id = $1
       UNION ALL SELECT 'renaming', 'allegation_renaming', 'reason_cipher', id, reason_cipher, renamed_at
         FROM redress.allegation_renaming WHERE complaint_id = $1
       UNION ALL SELECT 'affidavit', 'affidavit', 'reason_cipher', id, reason_cipher, recorded_at
         FROM redress.affidavit WHERE complaint_id = $1
       UNION ALL SELECT 'reopening', 'reopening', 'reason_cipher', id, reason_cipher, reopened_at
         FROM redress.reopening WHERE complaint_id = $1
       UNION ALL SELECT 'hold', 'legal_hold', 'reason_cipher', id, reason_cipher, placed_at
         FROM redress.legal_hold WHERE complaint_id = $1
       UNION ALL SELECT 'hold_release', 'legal_hold_release', 'reason_cipher', hold_id, reason_cipher, released_at
         FROM redress.legal_hold_release WHERE complaint_id = $1
       UNION ALL SELECT 'sealing', 'sealing', 'reference_cipher', id, reference_cipher, sealed_at
         FROM redress.sealing WHERE complaint_id = $1
       UNION ALL SELECT 'sealing_lifted', 'sealing', 'lifting_cipher', id, lifting_cipher, lifted_at
         FROM redress.sealing WHERE complaint_id = $1
       UNION ALL SELECT 'expungement', 'expungement', 'reference_cipher', id, reference_cipher, asked_at
         FROM redress.expungement WHERE complaint_id = $1
     ) AS note WHERE text IS NOT NULL ORDER BY at, id`,
    [complaintId],
  );
}
