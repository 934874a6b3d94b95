import { randomUUID } from 'node:crypto';
import type { TestApp } from './test-app.js';

/** Another release of the dataset, as a copy of a published one under the next version. */
export async function copyOf({ database }: TestApp, releaseId: string, status: 'published' | 'built'): Promise<string> {
  const id = randomUUID();
  const client = await database.owner.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO redress.release SELECT (r).* FROM (SELECT jsonb_populate_record(r, jsonb_build_object('id', $2::text,
       'version', '9.' || (SELECT count(*) FROM redress.release) || '.0', 'status', $3::text,
       'published_at', CASE WHEN $3 = 'published' THEN now() END)) AS r FROM redress.release r WHERE id = $1) AS copy`,
    [releaseId, id, status],
  );
  await client.query('SET session_replication_role = origin');
  client.release();
  return id;
}
