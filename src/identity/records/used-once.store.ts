import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/**
 * Notes that this was used, for as long as it would be good. False when it was used before: of two at once, one is told no.
 * @param what says of which kind it is too, e.g. `jti/…`
 */
export async function useOnce(
  manager: EntityManager,
  { jurisdictionId, what, endsAt, now }: { jurisdictionId: string; what: string; endsAt: Date; now: Date },
): Promise<boolean> {
  await manager.query('DELETE FROM redress.used_once WHERE ends_at < $1', [now]);
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.used_once (jurisdiction_id, mark, ends_at) VALUES ($1, $2, $3)
     ON CONFLICT (jurisdiction_id, mark) DO NOTHING RETURNING mark`,
    [jurisdictionId, createHash('sha256').update(what).digest(), endsAt],
  );
  return rows.length === 1;
}
