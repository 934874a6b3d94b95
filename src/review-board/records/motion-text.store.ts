import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { OfficeWords } from '../../vault/index.js';
import type { Motion } from './motion.store.js';

/** The words of a motion at one time of its life; what was put in their place is kept with them. */
export interface MotionText {
  /** From 1, as moved */
  number: number;
  /** Null when the case's key was destroyed */
  text: string | null;
  proposedFinding: string | null;
  /** The amendment that was carried */
  adoptedBy: string | null;
  recordedAt: Date;
}

interface TextRow extends Omit<MotionText, 'text'> {
  jurisdictionId: string;
  id: string;
  complaintId: string | null;
  cipher: Buffer;
}

export interface NewMotionText {
  text: string;
  proposedFinding: string | null;
  /** Null: as moved */
  adoptedBy: string | null;
  at: Date;
}

/** Words as they are found joined to a motion; `legacy` before they were sealed. */
export interface JoinedText {
  jurisdictionId: string;
  complaintId: string | null;
  textId: string | null;
  cipher: Buffer | null;
  legacy: string | null;
}

/** The words that a motion `o` has now, as columns and joins. */
export const TEXT_COLUMNS = `o.jurisdiction_id AS "jurisdictionId", o.complaint_id AS "complaintId", words.id AS "textId",
  words.text_cipher AS cipher, o.text AS legacy`;
export const TEXT_JOIN = `LEFT JOIN LATERAL (SELECT t.id, t.text_cipher FROM redress.motion_text t
  WHERE t.jurisdiction_id = o.jurisdiction_id AND t.motion_id = o.id ORDER BY t.number DESC LIMIT 1) words ON true`;

const TEXT_OF = `SELECT ${TEXT_COLUMNS} FROM redress.motion o ${TEXT_JOIN} WHERE o.id = $1`;

const placeOf = (row: { jurisdictionId: string; complaintId: string | null }, rowId: string) => ({
  ...{ jurisdictionId: row.jurisdictionId, complaintId: row.complaintId },
  ...{ table: 'motion_text', column: 'text_cipher', rowId },
});

export async function insertMotionText(
  manager: EntityManager,
  words: OfficeWords,
  motion: Pick<Motion, 'jurisdictionId' | 'id' | 'complaintId'>,
  { text, proposedFinding, adoptedBy, at }: NewMotionText,
): Promise<void> {
  const id = newId();
  const { jurisdictionId, complaintId } = motion;
  const cipher = await words.seal(manager, placeOf(motion, id), text);
  await manager.query(
    `INSERT INTO redress.motion_text
       (jurisdiction_id, id, motion_id, complaint_id, number, text_cipher, proposed_finding, adopted_by, recorded_at)
     SELECT $1, $2, $3, $4, coalesce(max(t.number), 0) + 1, $5, $6, $7, $8 FROM redress.motion_text t
      WHERE t.jurisdiction_id = $1 AND t.motion_id = $3`,
    [jurisdictionId, id, motion.id, complaintId, cipher, proposedFinding, adoptedBy, at],
  );
}

/** Null when the case's key was destroyed. */
export async function openText(manager: EntityManager, words: OfficeWords, row: JoinedText): Promise<string | null> {
  if (row.textId === null || row.cipher === null) return row.legacy;
  return words.open(manager, placeOf(row, row.textId), row.cipher);
}

/** The words that a motion has now. */
export async function textOf(manager: EntityManager, words: OfficeWords, motionId: string): Promise<string> {
  const rows: JoinedText[] = await manager.query(TEXT_OF, [motionId]);
  return (rows[0] && (await openText(manager, words, rows[0]))) ?? '';
}

/** As moved and as amended, in order. */
export async function readTexts(manager: EntityManager, words: OfficeWords, motionId: string): Promise<MotionText[]> {
  const rows: TextRow[] = await manager.query(
    `SELECT jurisdiction_id AS "jurisdictionId", id, complaint_id AS "complaintId", number, text_cipher AS cipher,
            proposed_finding AS "proposedFinding", adopted_by AS "adoptedBy", recorded_at AS "recordedAt"
       FROM redress.motion_text WHERE motion_id = $1 ORDER BY number`,
    [motionId],
  );
  const texts: MotionText[] = [];
  for (const row of rows) {
    const { number, proposedFinding, adoptedBy, recordedAt } = row;
    const text = await words.open(manager, placeOf(row, row.id), row.cipher);
    texts.push({ number, text, proposedFinding, adoptedBy, recordedAt });
  }
  return texts;
}

/** The finding that carrying the motion makes is the one of its words now. */
export async function proposeFinding(manager: EntityManager, motionId: string, finding: string | null): Promise<void> {
  await manager.query('UPDATE redress.motion SET proposed_finding = $2 WHERE id = $1', [motionId, finding]);
}
