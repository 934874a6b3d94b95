import { createHash } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Constant SQL, kept prepared on its connection: PostgreSQL plans it a few times and then no more. For what is asked with
 * every filing; the plan of a statement may cost more than the statement. @throws Error outside of a transaction
 */
export async function prepared<Row extends QueryResultRow>(
  manager: EntityManager,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (!manager.queryRunner) throw new Error('Statements are prepared inside a transaction.');
  const client = (await manager.queryRunner.connect()) as PoolClient;
  return (await client.query<Row>({ name: nameOf(text), text, values })).rows;
}

const names = new Map<string, string>();

/** The texts are few: each is made of constants. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `redress-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
