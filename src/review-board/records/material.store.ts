import type { EntityManager } from 'typeorm';
import type { OfficeWords } from '../../vault/index.js';

export const MATERIAL_KINDS = ['evidence', 'letter', 'summary', 'link'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];
export const AUDIENCES = ['public', 'meeting', 'members', 'staff'] as const;
/** `public`: everybody; `meeting`: who may read meetings; `members`: the clerk and who decides; `staff`: not the board */
export type Audience = (typeof AUDIENCES)[number];

export interface MaterialDetails {
  title: string;
  /** Of a link */
  url: string | null;
}

export interface Material {
  jurisdictionId: string;
  id: string;
  meetingId: string;
  itemId: string;
  complaintId: string | null;
  kind: MaterialKind;
  /** Of evidence, letter or summary, in the item's own case */
  referenceId: string | null;
  seenBy: Audience;
  at: Date;
}

export async function insertMaterial(
  manager: EntityManager,
  words: OfficeWords,
  material: Material & { details: MaterialDetails },
): Promise<void> {
  const { jurisdictionId, id, meetingId, itemId, complaintId, kind, referenceId, seenBy, at, details } = material;
  const place = { jurisdictionId, complaintId, table: 'agenda_material', column: 'details_cipher', rowId: id };
  const reference = (of: MaterialKind): string | null => (kind === of ? referenceId : null);
  await manager.query(
    `INSERT INTO redress.agenda_material (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, kind, evidence_id,
       letter_id, summary_id, details_cipher, seen_by, attached_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[jurisdictionId, id, meetingId, itemId, complaintId, kind],
      ...[reference('evidence'), reference('letter'), reference('summary')],
      ...[await words.seal(manager, place, JSON.stringify(details)), seenBy, at],
    ],
  );
}

export interface ReadMaterial {
  id: string;
  itemId: string;
  kind: MaterialKind;
  referenceId: string | null;
  title: string;
  url: string | null;
  seenBy: Audience;
}

interface MaterialRow extends Omit<ReadMaterial, 'title' | 'url'> {
  jurisdictionId: string;
  complaintId: string | null;
  cipher: Buffer;
}

/** @param audiences of which the reader is; @param staffId a member reads papers of a panel's item only when on the panel */
export async function readMaterials(
  manager: EntityManager,
  words: OfficeWords,
  of: { meetingId: string; audiences: readonly Audience[]; staffId: string | null },
): Promise<ReadMaterial[]> {
  const rows: MaterialRow[] = await manager.query(
    `SELECT m.jurisdiction_id AS "jurisdictionId", m.id, m.agenda_item_id AS "itemId", m.complaint_id AS "complaintId", m.kind,
            coalesce(m.evidence_id, m.letter_id, m.summary_id) AS "referenceId", m.details_cipher AS cipher, m.seen_by AS "seenBy"
       FROM redress.agenda_material m
       JOIN redress.agenda_item i ON i.jurisdiction_id = m.jurisdiction_id AND i.id = m.agenda_item_id
      WHERE m.meeting_id = $1 AND m.seen_by = ANY ($2::text[])
        AND ($3::uuid IS NULL OR m.seen_by <> 'members' OR i.panel_id IS NULL OR EXISTS (SELECT FROM redress.panel_member p
          JOIN redress.board_member b ON b.jurisdiction_id = p.jurisdiction_id AND b.id = p.member_id
          WHERE p.panel_id = i.panel_id AND b.staff_id = $3))
      ORDER BY i.position, m.attached_at, m.id`,
    [of.meetingId, of.audiences, of.staffId],
  );
  const materials: ReadMaterial[] = [];
  for (const { jurisdictionId, complaintId, cipher, ...row } of rows) {
    const place = { jurisdictionId, complaintId, table: 'agenda_material', column: 'details_cipher', rowId: row.id };
    const text = await words.open(manager, place, cipher);
    materials.push({ ...row, ...(text === null ? ERASED : (JSON.parse(text) as MaterialDetails)) });
  }
  return materials;
}

const ERASED: MaterialDetails = { title: '(erased)', url: null };

/** What is for everybody and not told yet. */
export async function publicLinks(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<{ id: string; itemId: string; title: string; url: string }[]> {
  const told: { id: string }[] = await manager.query(
    'SELECT m.id FROM published.agenda_material m JOIN published.agenda_item i ON i.id = m.item_id WHERE i.meeting_id = $1',
    [meetingId],
  );
  const known = new Set(told.map(({ id }) => id));
  const links = await readMaterials(manager, words, { meetingId, audiences: ['public'], staffId: null });
  return links.flatMap(({ id, itemId, title, url }) => (url && !known.has(id) ? [{ id, itemId, title, url }] : []));
}
