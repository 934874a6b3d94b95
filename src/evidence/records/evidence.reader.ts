import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import type { Unmade } from '../copying/picture-copier.js';
import type { FileNote } from '../rules/file-notes.js';
import { fileState, type FileState } from '../rules/file-state.js';
import { openedTransfer, type TransferWords } from './custody.store.js';
import { type ItemWords, openedWords, type SealedWords } from './item-words.js';

interface ItemRow extends SealedWords {
  number: number;
  kind: 'file' | 'physical';
  addedBy: string | null;
  addedAt: Date;
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
  nameCipher: Buffer | null;
  quarantined: boolean;
  scan: 'clean' | 'infected' | null;
  notes: FileNote[] | null;
  copyUnmade: Unmade | null;
  copyBytes: number | null;
  copySha256: string | null;
  copyWidth: number | null;
  copyHeight: number | null;
}

interface TransferRow {
  itemId: string;
  sequence: number;
  receivedBy: string | null;
  recordedBy: string;
  at: Date;
  detailsCipher: Buffer;
}

export type CustodyTransfer = Omit<TransferRow, 'itemId' | 'detailsCipher'> & TransferWords;

/** The copy of a picture without what the camera wrote into it. */
export interface RegisteredCopy {
  state: 'made' | 'waiting' | 'none';
  /** Why there is none */
  reason: Unmade | null;
  bytes: number | null;
  sha256: string | null;
  width: number | null;
  height: number | null;
}

export interface RegisteredFile {
  name: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  state: FileState;
  notes: FileNote[];
  /** null: it is no picture */
  copy: RegisteredCopy | null;
}

export interface EvidenceItem extends ItemWords {
  evidenceId: string;
  number: number;
  kind: 'file' | 'physical';
  addedBy: string | null;
  addedAt: Date;
  file: RegisteredFile | null;
  custody: CustodyTransfer[];
}

const ITEMS = `
  SELECT i.id, i.number, i.kind, i.added_by AS "addedBy", i.added_at AS "addedAt", i.original,
         i.collected_on::text AS "collectedOn", i.title_cipher AS "titleCipher", i.details_cipher AS "detailsCipher",
         f.media_type AS "mediaType", f.bytes::float8 AS bytes, f.sha256, f.name_cipher AS "nameCipher",
         coalesce(f.quarantined, false) AS quarantined, s.result AS scan, f.notes, c.unmade AS "copyUnmade",
         c.bytes::float8 AS "copyBytes", c.sha256 AS "copySha256", c.width AS "copyWidth", c.height AS "copyHeight"
    FROM redress.evidence_item i
    LEFT JOIN redress.evidence_file f ON f.jurisdiction_id = i.jurisdiction_id AND f.item_id = i.id
    LEFT JOIN redress.evidence_scan s ON s.jurisdiction_id = i.jurisdiction_id AND s.item_id = i.id
    LEFT JOIN redress.evidence_copy c ON c.jurisdiction_id = i.jurisdiction_id AND c.item_id = i.id
   WHERE i.complaint_id = $1 ORDER BY i.number`;
const TRANSFERS = `
  SELECT item_id AS "itemId", sequence, received_by AS "receivedBy", recorded_by AS "recordedBy", at,
         details_cipher AS "detailsCipher"
    FROM redress.custody_transfer WHERE complaint_id = $1 ORDER BY item_id, sequence`;

/** The register of a case's evidence. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound */
  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<EvidenceItem[]> {
    return this.database.transaction(actor, (manager) => this.items(manager, actor.jurisdictionId, complaintId));
  }

  /** The same within a transaction that reads more. @throws NotFound */
  async items(manager: EntityManager, jurisdictionId: string, complaintId: string): Promise<EvidenceItem[]> {
    const there: unknown[] = await manager.query('SELECT FROM redress.complaint WHERE id = $1', [complaintId]);
    if (there.length === 0) throw new NotFound();
    const items: ItemRow[] = await manager.query(ITEMS, [complaintId]);
    if (items.length === 0) return [];
    const transfers: TransferRow[] = await manager.query(TRANSFERS, [complaintId]);
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    return items.map((item) => ({
      ...openedWords(key, item),
      evidenceId: item.id,
      number: item.number,
      kind: item.kind,
      addedBy: item.addedBy,
      addedAt: item.addedAt,
      file: fileIn(item, key),
      custody: transfers
        .filter(({ itemId }) => itemId === item.id)
        .map(({ detailsCipher, ...transfer }) => custodyIn(transfer, detailsCipher, key)),
    }));
  }
}

function fileIn(item: ItemRow, key: CaseKey): EvidenceItem['file'] {
  const { id, mediaType, bytes, sha256, nameCipher, quarantined, scan, notes } = item;
  if (mediaType === null || bytes === null || sha256 === null) return null;
  const place = { table: 'evidence_file', column: 'name_cipher', rowId: id };
  const name = nameCipher === null ? null : key.open(place, nameCipher);
  const copy = mediaType.startsWith('image/') ? copyIn(item) : null;
  return { name, mediaType, bytes, sha256, state: fileState(quarantined, scan), notes: notes ?? [], copy };
}

function copyIn({ copyUnmade: reason, copyBytes: bytes, ...item }: ItemRow): RegisteredCopy {
  const state = reason !== null ? 'none' : bytes === null ? 'waiting' : 'made';
  const { copySha256: sha256, copyWidth: width, copyHeight: height } = item;
  return { state, reason, bytes, sha256, width, height };
}

function custodyIn(
  { itemId, ...transfer }: Omit<TransferRow, 'detailsCipher'>,
  detailsCipher: Buffer,
  key: CaseKey,
): CustodyTransfer {
  return { ...transfer, ...openedTransfer(key, { itemId, sequence: transfer.sequence }, detailsCipher) };
}
