import type { EntityManager } from 'typeorm';
import type { Signed } from './work.store.js';

export interface NewNoteRow {
  id: string;
  on: string;
  supersedes: string | undefined;
  textCipher: Buffer;
}

export async function insertNote(
  manager: EntityManager,
  { id, on, supersedes, textCipher }: NewNoteRow,
  { jurisdictionId, complaintId, by, at }: Signed,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.diary_note (jurisdiction_id, id, complaint_id, on_day, text_cipher, supersedes, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, complaintId, on, textCipher, supersedes, by, at],
  );
}

/** Whether a note of the case is there, and whether another has put it right. */
export async function standingOf(
  manager: EntityManager,
  complaintId: string,
  noteId: string,
): Promise<'standing' | 'superseded' | 'none'> {
  const [row]: { superseded: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT FROM redress.diary_note later WHERE later.supersedes = n.id) AS superseded
       FROM redress.diary_note n WHERE n.complaint_id = $1 AND n.id = $2`,
    [complaintId, noteId],
  );
  if (!row) return 'none';
  return row.superseded ? 'superseded' : 'standing';
}

export interface StoredNote {
  noteId: string;
  on: string;
  writtenBy: string;
  writtenAt: Date;
  supersedes: string | null;
  standing: boolean;
  textCipher: Buffer;
}

export async function notesOf(manager: EntityManager, complaintId: string): Promise<StoredNote[]> {
  return manager.query(
    `SELECT n.id AS "noteId", n.on_day::text AS "on", n.written_by AS "writtenBy", n.written_at AS "writtenAt", n.supersedes,
            NOT EXISTS (SELECT FROM redress.diary_note later WHERE later.supersedes = n.id) AS standing,
            n.text_cipher AS "textCipher"
       FROM redress.diary_note n WHERE n.complaint_id = $1 ORDER BY n.written_at, n.id`,
    [complaintId],
  );
}
