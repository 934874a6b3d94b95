import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { FileNote } from '../rules/file-notes.js';

/** Holds the case: numbers are given one after another, and nobody adds to a case that was hidden from them meanwhile. @throws NotFound */
export async function holdCase(manager: EntityManager, complaintId: string): Promise<{ anonymous: boolean }> {
  const rows: { anonymous: boolean }[] = await manager.query(
    'SELECT anonymous FROM redress.complaint WHERE id = $1 FOR UPDATE',
    [complaintId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export interface NewItem {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  kind: 'file' | 'physical';
  addedBy: string | null;
  addedAt: Date;
  original: boolean;
  collectedOn: string | null;
  titleCipher: Buffer;
  detailsCipher: Buffer;
}

/** @returns its number in the case's register; the case must be held */
export async function insertItem(manager: EntityManager, item: NewItem): Promise<number> {
  const rows: { number: number }[] = await manager.query(
    `INSERT INTO redress.evidence_item (jurisdiction_id, id, complaint_id, number, kind, added_by, added_at, original,
        collected_on, title_cipher, details_cipher)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10
       FROM redress.evidence_item WHERE complaint_id = $3 RETURNING number`,
    [
      ...[item.jurisdictionId, item.id, item.complaintId, item.kind, item.addedBy, item.addedAt, item.original],
      ...[item.collectedOn, item.titleCipher, item.detailsCipher],
    ],
  );
  return rows[0]?.number ?? 0;
}

export interface NewFile {
  jurisdictionId: string;
  itemId: string;
  complaintId: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  objectKey: string;
  nameCipher: Buffer | null;
  quarantined: boolean;
  notes: readonly FileNote[];
}

export async function insertFile(manager: EntityManager, file: NewFile): Promise<void> {
  await manager.query(
    `INSERT INTO redress.evidence_file (jurisdiction_id, item_id, complaint_id, media_type, bytes, sha256, object_key,
        name_cipher, quarantined, notes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[file.jurisdictionId, file.itemId, file.complaintId, file.mediaType, file.bytes, file.sha256],
      ...[file.objectKey, file.nameCipher, file.quarantined, file.notes],
    ],
  );
}

export interface StoredFile {
  itemId: string;
  complaintId: string;
  number: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  objectKey: string;
  quarantined: boolean;
  scan: 'clean' | 'infected' | null;
  notes: FileNote[];
}

/** @throws NotFound */
export async function fileOf(manager: EntityManager, complaintId: string, itemId: string): Promise<StoredFile> {
  const rows: StoredFile[] = await manager.query(
    `SELECT f.item_id AS "itemId", f.complaint_id AS "complaintId", i.number, f.media_type AS "mediaType",
            f.bytes::float8 AS bytes, f.sha256, f.object_key AS "objectKey", f.quarantined, f.notes, s.result AS scan
       FROM redress.evidence_file f
       JOIN redress.evidence_item i ON i.jurisdiction_id = f.jurisdiction_id AND i.id = f.item_id
       LEFT JOIN redress.evidence_scan s ON s.jurisdiction_id = f.jurisdiction_id AND s.item_id = f.item_id
      WHERE f.complaint_id = $1 AND f.item_id = $2`,
    [complaintId, itemId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export async function itemExists(manager: EntityManager, complaintId: string, itemId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.evidence_item WHERE complaint_id = $1 AND id = $2', [
    complaintId,
    itemId,
  ]);
  return rows.length === 1;
}
