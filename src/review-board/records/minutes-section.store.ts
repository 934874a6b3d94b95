import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { DraftSection } from '../rules/minutes-draft.js';
import type { OfficeWords } from '../../vault/index.js';

export interface MinutesSection {
  id: string;
  position: number;
  kind: DraftSection['kind'];
  itemId: string | null;
  /** Null when the case's key was destroyed */
  text: string | null;
  version: number;
}

interface SectionRow extends Omit<MinutesSection, 'text'> {
  jurisdictionId: string;
  complaintId: string | null;
  cipher: Buffer;
}

const SECTIONS = `SELECT s.jurisdiction_id AS "jurisdictionId", s.id, s.position, s.kind, s.agenda_item_id AS "itemId",
    s.complaint_id AS "complaintId", s.text_cipher AS cipher, s.version
  FROM redress.minutes_section s`;
const OF_MEETING = `${SECTIONS} WHERE s.meeting_id = $1 ORDER BY s.position`;
const ONE = `${SECTIONS} WHERE s.meeting_id = $1 AND s.id = $2`;

const placeOf = ({ jurisdictionId, complaintId, id }: Pick<SectionRow, 'jurisdictionId' | 'complaintId' | 'id'>) => ({
  ...{ jurisdictionId, complaintId },
  ...{ table: 'minutes_section', column: 'text_cipher', rowId: id },
});

export async function insertSection(
  manager: EntityManager,
  words: OfficeWords,
  section: Omit<SectionRow, 'cipher' | 'version'> & { meetingId: string; text: string },
): Promise<void> {
  const { jurisdictionId, id, meetingId, position, kind, itemId, complaintId, text } = section;
  const cipher = await words.seal(manager, placeOf(section), text);
  await manager.query(
    `INSERT INTO redress.minutes_section
       (jurisdiction_id, id, meeting_id, position, kind, agenda_item_id, complaint_id, text_cipher)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, id, meetingId, position, kind, itemId, complaintId, cipher],
  );
}

/** Those that this transaction may see: parts about a case stay behind its walls. */
export async function readSections(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<MinutesSection[]> {
  const rows: SectionRow[] = await manager.query(OF_MEETING, [meetingId]);
  const sections: MinutesSection[] = [];
  for (const row of rows) {
    const { id, position, kind, itemId, version } = row;
    sections.push({ id, position, kind, itemId, version, text: await words.open(manager, placeOf(row), row.cipher) });
  }
  return sections;
}

/** False when somebody else edited it since that version. @throws NotFound, for who is recused from its case too */
export async function rewriteSection(
  manager: EntityManager,
  words: OfficeWords,
  edit: { meetingId: string; sectionId: string; version: number; text: string },
): Promise<{ complaintId: string | null } | null> {
  const rows: SectionRow[] = await manager.query(ONE, [edit.meetingId, edit.sectionId]);
  const [row] = rows;
  if (!row) throw new NotFound();
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.minutes_section SET text_cipher = $3, version = version + 1 WHERE id = $1 AND version = $2',
    [row.id, edit.version, await words.seal(manager, placeOf(row), edit.text)],
  );
  return count === 1 ? { complaintId: row.complaintId } : null;
}
