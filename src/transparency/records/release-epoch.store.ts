import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { OrganizationKeys } from '../../platform/keys/index.js';
import { drawEpochKey, SeriesRefused } from '../series/index.js';

/** A stretch of releases of one dataset under frozen levels. */
export interface ReleaseEpoch {
  readonly id: string;
  readonly dataset: string;
  readonly name: string;
  readonly k: number;
  /** Quasi-identifier → level; empty until its first release is built. */
  readonly levels: Readonly<Record<string, number>>;
  /** Column → items that are published although no list knows them, because k units used them when the epoch began. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Column that demands are made of → word → share of all rows when the epoch began. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Hash of the rules and columns that it was opened under. */
  readonly terms: string | null;
  /** Cases that were erased since it was opened. */
  readonly erasures: number;
  /** Releases published in it. */
  readonly releases: number;
  readonly open: boolean;
}

export type NewEpoch = Pick<ReleaseEpoch, 'dataset' | 'name' | 'k' | 'levels'> & {
  readonly terms?: string;
  readonly jurisdictionId: string;
  readonly at: Date;
};

interface EpochRow extends Pick<ReleaseEpoch, 'id'> {
  readonly jurisdictionId: string;
  readonly keyCipher: Buffer | null;
  readonly version: number;
}

/** Draws the epoch's key and keeps it wrapped under the jurisdiction's. */
export async function openEpoch(
  manager: EntityManager,
  keys: OrganizationKeys,
  epoch: NewEpoch,
): Promise<ReleaseEpoch> {
  const { jurisdictionId, dataset, name, k, levels, terms = null, at } = epoch;
  const id = randomUUID();
  const { version, wrapped } = await keys.wrap(placeOf(jurisdictionId, id), drawEpochKey());
  await manager.query(
    `INSERT INTO redress.release_epoch (jurisdiction_id, id, dataset, name, k, levels, wrapping_key_id,
        organization_version, key_cipher, opened_at, terms_sha256)
     VALUES ($1, $2, $3, $4, $5, $6, 'organization/' || $7, $7::integer, $8, $9, $10)`,
    [jurisdictionId, id, dataset, name, k, JSON.stringify(levels), version, wrapped, at, terms],
  );
  return { id, dataset, name, k, levels, terms, words: {}, shares: {}, erasures: 0, releases: 0, open: true };
}

/** Oldest first, closed ones too. */
export async function epochsOf(manager: EntityManager, dataset: string): Promise<ReleaseEpoch[]> {
  return manager.query<ReleaseEpoch[]>(
    `SELECT e.id, e.dataset, e.name, e.k, e.levels, e.words, e.shares, e.terms_sha256 AS terms, e.erasures,
            e.key_cipher IS NOT NULL AS open,
            (SELECT count(*)::int FROM redress.release_step s
               JOIN redress.release r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.release_id AND r.status = 'published'
              WHERE s.jurisdiction_id = e.jurisdiction_id AND s.epoch_id = e.id) AS releases
       FROM redress.release_epoch e WHERE e.dataset = $1 ORDER BY e.opened_at, e.id`,
    [dataset],
  );
}

/** Takes back the epochs of which nothing is out, with what was planned in them: their levels are chosen anew. */
export async function dropUnpublishedEpochs(manager: EntityManager, dataset: string): Promise<void> {
  const idle = (await epochsOf(manager, dataset)).filter(({ releases }) => releases === 0).map(({ id }) => id);
  await manager.query('SELECT FROM redress.release_epoch WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [idle]);
  await manager.query('DELETE FROM redress.release_step WHERE epoch_id = ANY ($1)', [idle]);
  await manager.query('DELETE FROM redress.release_epoch WHERE id = ANY ($1)', [idle]);
}

/**
 * Holds the epoch while something is put down that was made of an earlier look at it.
 * @throws SeriesRefused series-moved-on when a case was erased since, or the epoch was taken back
 */
export async function holdEpoch(manager: EntityManager, { id, erasures }: ReleaseEpoch): Promise<void> {
  const rows: { erasures: number }[] = await manager.query(
    'SELECT erasures FROM redress.release_epoch WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (rows[0]?.erasures !== erasures)
    throw new SeriesRefused('series-moved-on', 'a case was erased, or the epoch opened anew, while this was planned');
}

/** What the first release of the epoch was built with, for all that follow. */
export async function freezeEpoch(
  manager: EntityManager,
  { id, levels, words, shares }: Pick<ReleaseEpoch, 'id' | 'levels' | 'words' | 'shares'>,
): Promise<void> {
  await manager.query('UPDATE redress.release_epoch SET levels = $2, words = $3, shares = $4 WHERE id = $1', [
    id,
    JSON.stringify(levels),
    JSON.stringify(words),
    JSON.stringify(shares),
  ]);
}

/** An erasure has begun: of the dataset's open epochs, held until it is done, what was planned and is not out falls. */
export async function noteErasure(manager: EntityManager, dataset: string): Promise<string[]> {
  const held: { id: string }[] = await manager.query(
    'SELECT id FROM redress.release_epoch WHERE dataset = $1 AND key_cipher IS NOT NULL ORDER BY id FOR UPDATE',
    [dataset],
  );
  const ids = held.map(({ id }) => id);
  await manager.query('UPDATE redress.release_epoch SET erasures = erasures + 1 WHERE id = ANY ($1)', [ids]);
  await manager.query(
    `DELETE FROM redress.release_step s USING redress.release r
      WHERE s.epoch_id = ANY ($1) AND r.jurisdiction_id = s.jurisdiction_id AND r.id = s.release_id AND r.status <> 'published'`,
    [ids],
  );
  return ids;
}

/** @throws SeriesRefused series-key-destroyed; SealBroken */
export async function epochKey(manager: EntityManager, keys: OrganizationKeys, epochId: string): Promise<Buffer> {
  const rows: EpochRow[] = await manager.query(
    `SELECT id, jurisdiction_id AS "jurisdictionId", key_cipher AS "keyCipher",
            organization_version AS version FROM redress.release_epoch WHERE id = $1`,
    [epochId],
  );
  const [row] = rows;
  if (!row?.keyCipher)
    throw new SeriesRefused('series-key-destroyed', 'the epoch is closed: its pseudonyms cannot be made any more');
  const { jurisdictionId, keyCipher, version } = row;
  return keys.unwrap(placeOf(jurisdictionId, epochId), { version, wrapped: keyCipher });
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

const placeOf = (jurisdictionId: string, rowId: string) => ({
  jurisdictionId,
  table: 'release_epoch',
  column: 'key_cipher',
  rowId,
});
