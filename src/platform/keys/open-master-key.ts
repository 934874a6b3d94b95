import { randomBytes } from 'node:crypto';
import { deriveKey, MasterKey, type Place, seal, unseal } from '../crypto/index.js';
import type { KeyEncryptionKeys, WrappedKey } from './key-encryption-keys.js';
import type { KeyRows } from './key-rows.js';
import { keysOfBefore } from './keys-of-before.js';

/** Where the secret that everything outside of cases hangs on stands. */
export const ROOT_PLACE: Place = { jurisdictionId: 'all', table: 'root', column: 'wrapped', rowId: 'root' };

/**
 * The secret behind fingerprints, signatures and what is sealed outside of cases. It is drawn once, at the first start, and
 * stands wrapped in the database: a new key-encryption key wraps it anew and changes none of them.
 */
export async function openMasterKey(keks: KeyEncryptionKeys, rows: KeyRows): Promise<MasterKey> {
  let root = await findRoot(rows);
  if (!root) {
    await drawRoot(keks, rows);
    root = await findRoot(rows);
  }
  if (!root) throw new Error('The root key is not there, although it was written just now.');
  const secret = await keks.unwrap(ROOT_PLACE, root);
  const kept = await rows.within(null, async (client) => {
    const { rows: found } = await client.query<{ purpose: string; sealed: Buffer }>(
      'SELECT purpose, sealed FROM keys.kept_key',
    );
    return found.map(
      ({ purpose, sealed }) => [purpose, unseal(keepingKey(secret), keptPlace(purpose), sealed)] as const,
    );
  });
  return new MasterKey(secret, new Map(kept));
}

/** As it stands; undefined before the first start. */
export async function findRoot(rows: KeyRows): Promise<WrappedKey | undefined> {
  return rows.within(null, async (client) => {
    const found = await client.query<WrappedKey>('SELECT kek_id AS "kekId", wrapped FROM keys.root');
    return found.rows[0];
  });
}

/** In a database older than this the keys in use were derived of its master key: they are kept as they are, each by itself. */
async function drawRoot(keks: KeyEncryptionKeys, rows: KeyRows): Promise<void> {
  const secret = randomBytes(32);
  const { kekId, wrapped } = await keks.wrap(ROOT_PLACE, secret);
  const kept = new Map<string, Buffer>();
  for (const id of await rows.jurisdictions()) {
    const former = keks.formerMaster(await rows.formerMasterId(id));
    for (const [purpose, key] of keysOfBefore(former, id)) kept.set(purpose, key);
  }
  await rows.within(null, async (client) => {
    // Of two that start at once one writes, and both read that one's.
    const { rowCount } = await client.query(
      'INSERT INTO keys.root (kek_id, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [kekId, wrapped],
    );
    if (rowCount === 0) return;
    for (const [purpose, key] of kept) {
      const sealed = seal(keepingKey(secret), keptPlace(purpose), key);
      await client.query('INSERT INTO keys.kept_key (purpose, sealed) VALUES ($1, $2)', [purpose, sealed]);
    }
  });
}

const keepingKey = (secret: Buffer): Buffer => deriveKey(secret, 'kept-keys');
const keptPlace = (purpose: string): Place => ({
  jurisdictionId: 'all',
  table: 'kept_key',
  column: 'sealed',
  rowId: purpose,
});
