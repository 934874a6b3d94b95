import type { KeyEncryptionKeys } from './key-encryption-keys.js';
import type { KeyRows } from './key-rows.js';
import { findRoot, ROOT_PLACE } from './open-master-key.js';

/** Wraps the secret outside of cases under the current key-encryption key; the secret stays what it is. */
export async function rewrapRoot(keks: KeyEncryptionKeys, rows: KeyRows): Promise<void> {
  const before = await findRoot(rows);
  if (!before) return;
  const { kekId, wrapped } = await keks.wrap(ROOT_PLACE, await keks.unwrap(ROOT_PLACE, before));
  await rows.within(null, (client) =>
    client.query('UPDATE keys.root SET kek_id = $1, wrapped = $2 WHERE wrapped = $3', [kekId, wrapped, before.wrapped]),
  );
}
