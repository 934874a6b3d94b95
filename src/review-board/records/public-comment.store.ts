import type { EntityManager } from 'typeorm';
import type { OfficeWords } from '../../vault/index.js';

export interface PublicComment {
  id: string;
  number: number;
  itemId: string | null;
  /** As given; null: did not say */
  name: string | null;
  publishName: boolean;
  /** Null when the case's key was destroyed */
  text: string | null;
}

interface CommentPlace {
  jurisdictionId: string;
  id: string;
  complaintId: string | null;
}
const placeOf = ({ jurisdictionId, id, complaintId }: CommentPlace, column: 'name_cipher' | 'text_cipher') => ({
  ...{ jurisdictionId, complaintId, column },
  ...{ table: 'public_comment', rowId: id },
});

/** The meeting's row is locked: the register counts up. @param comment.at the hour, no finer */
export async function insertComment(
  manager: EntityManager,
  words: OfficeWords,
  comment: CommentPlace & Omit<PublicComment, 'number' | 'text'> & { meetingId: string; text: string; at: Date },
): Promise<void> {
  const { jurisdictionId, id, complaintId, meetingId, itemId, name, publishName, text, at } = comment;
  await manager.query(
    `INSERT INTO redress.public_comment (jurisdiction_id, id, meeting_id, number, agenda_item_id, complaint_id, name_cipher,
       publish_name, text_cipher, recorded_at)
     SELECT $1, $2, $3, redress.next_comment_number($3), $4, $5, $6, $7, $8, $9`,
    [
      ...[jurisdictionId, id, meetingId, itemId, complaintId],
      name === null ? null : await words.seal(manager, placeOf(comment, 'name_cipher'), name),
      ...[publishName, await words.seal(manager, placeOf(comment, 'text_cipher'), text), at],
    ],
  );
}

export async function readComments(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<PublicComment[]> {
  type Row = CommentPlace & Omit<PublicComment, 'name' | 'text'> & { nameCipher: Buffer | null; textCipher: Buffer };
  const rows: Row[] = await manager.query(
    `SELECT jurisdiction_id AS "jurisdictionId", id, number, agenda_item_id AS "itemId", complaint_id AS "complaintId",
            name_cipher AS "nameCipher", publish_name AS "publishName", text_cipher AS "textCipher"
       FROM redress.public_comment WHERE meeting_id = $1 ORDER BY number`,
    [meetingId],
  );
  const comments: PublicComment[] = [];
  for (const row of rows) {
    const { id, number, itemId, publishName, nameCipher, textCipher } = row;
    const name = nameCipher && (await words.open(manager, placeOf(row, 'name_cipher'), nameCipher));
    const text = await words.open(manager, placeOf(row, 'text_cipher'), textCipher);
    comments.push({ id, number, itemId, publishName, name, text });
  }
  return comments;
}
