import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { deriveKey, type MasterKey, seal, unseal } from '../../platform/crypto/index.js';
import { drawEpochKey, SeriesRefused } from '../series/index.js';

/** A stretch of releases of one dataset under frozen levels. */
export interface ReleaseEpoch {
  readonly id: string;
  readonly dataset: string;
  readonly name: string;
  readonly k: number;
  /** Quasi-identifier → level. */
  readonly levels: Readonly<Record<string, number>>;
}

export type NewEpoch = Omit<ReleaseEpoch, 'id'> & { readonly jurisdictionId: string; readonly at: Date };

interface EpochRow extends ReleaseEpoch {
  readonly jurisdictionId: string;
  readonly keyCipher: Buffer | null;
}

/** Draws the epoch's key and keeps it sealed under the master key. */
export async function openEpoch(manager: EntityManager, master: MasterKey, epoch: NewEpoch): Promise<ReleaseEpoch> {
  const { jurisdictionId, dataset, name, k, levels, at } = epoch;
  const id = randomUUID();
  const sealed = seal(wrappingKey(master, jurisdictionId), placeOf(jurisdictionId, id), drawEpochKey());
  await manager.query(
    `INSERT INTO redress.release_epoch (jurisdiction_id, id, dataset, name, k, levels, wrapping_key_id, key_cipher, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, id, dataset, name, k, JSON.stringify(levels), master.id, sealed, at],
  );
  return { id, dataset, name, k, levels };
}

/** Oldest first, closed ones too. */
export async function epochsOf(manager: EntityManager, dataset: string): Promise<ReleaseEpoch[]> {
  return manager.query<ReleaseEpoch[]>(
    'SELECT id, dataset, name, k, levels FROM redress.release_epoch WHERE dataset = $1 ORDER BY opened_at, id',
    [dataset],
  );
}

/** @throws SeriesRefused series-key-destroyed; SealBroken */
export async function epochKey(manager: EntityManager, master: MasterKey, epochId: string): Promise<Buffer> {
  const rows: EpochRow[] = await manager.query(
    `SELECT id, jurisdiction_id AS "jurisdictionId", key_cipher AS "keyCipher" FROM redress.release_epoch WHERE id = $1`,
    [epochId],
  );
  const [row] = rows;
  if (!row?.keyCipher)
    throw new SeriesRefused('series-key-destroyed', 'the epoch is closed: its pseudonyms cannot be made any more');
  const { jurisdictionId, keyCipher } = row;
  return unseal(wrappingKey(master, jurisdictionId), placeOf(jurisdictionId, epochId), keyCipher);
}

/**
 * Ends an epoch once the next has published: the key is destroyed, and with it every way from a pseudonym to a case; what
 * is left is what was published, counted.
 */
export async function closeEpoch(manager: EntityManager, epochId: string, at: Date): Promise<void> {
  await manager.query('DELETE FROM redress.release_member WHERE epoch_id = $1', [epochId]);
  await manager.query(
    'UPDATE redress.release_epoch SET key_cipher = NULL, closed_at = $2 WHERE id = $1 AND closed_at IS NULL',
    [epochId, at],
  );
}

const wrappingKey = (master: MasterKey, jurisdictionId: string): Buffer =>
  deriveKey(master.wrappingKey(jurisdictionId), 'release-epoch');

const placeOf = (jurisdictionId: string, rowId: string) => ({
  jurisdictionId,
  table: 'release_epoch',
  column: 'key_cipher',
  rowId,
});
