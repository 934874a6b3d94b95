import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';

/** Where, what for, and to whom outside: sealed, since it may name people. */
export interface TransferWords {
  receivedByName?: string | undefined;
  agency?: string | undefined;
  place: string;
  purpose: string;
}

interface OfTransfer {
  itemId: string;
  sequence: number;
}

const place = ({ itemId, sequence }: OfTransfer) => ({
  table: 'custody_transfer',
  column: 'details_cipher',
  rowId: `${itemId}/${sequence}`,
});

export function sealedTransfer(key: CaseKey, of: OfTransfer, words: TransferWords): Buffer {
  const { receivedByName, agency, place: where, purpose } = words;
  return key.seal(place(of), JSON.stringify({ receivedByName, agency, place: where, purpose }));
}

export function openedTransfer(key: CaseKey, of: OfTransfer, detailsCipher: Buffer): TransferWords {
  return JSON.parse(key.open(place(of), detailsCipher)) as TransferWords;
}

export interface NewTransfer extends OfTransfer {
  jurisdictionId: string;
  complaintId: string;
  receivedBy: string | null;
  detailsCipher: Buffer;
  recordedBy: string;
  at: Date;
}

/** False when the item was not handed over just that many times before. The case must be held. */
export async function insertTransfer(manager: EntityManager, transfer: NewTransfer): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.custody_transfer (jurisdiction_id, item_id, complaint_id, sequence, received_by, details_cipher,
        outside, recorded_by, at)
     SELECT $1::uuid, $2::uuid, $3::uuid, $4::int, $5::uuid, $6::bytea, $5::uuid IS NULL, $7::uuid, $8::timestamptz
      WHERE $4::int = 1 + (SELECT count(*) FROM redress.custody_transfer WHERE item_id = $2::uuid) RETURNING sequence`,
    [
      ...[transfer.jurisdictionId, transfer.itemId, transfer.complaintId, transfer.sequence, transfer.receivedBy],
      ...[transfer.detailsCipher, transfer.recordedBy, transfer.at],
    ],
  );
  return rows.length === 1;
}
