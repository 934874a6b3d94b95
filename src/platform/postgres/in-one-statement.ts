import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** What a store needs to write: the transaction itself, or a bundle that is sent together. */
export interface Statements {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/**
 * Writes that do not read each other, sent as one statement: one round trip, one plan, kept prepared on its connection.
 * Constraints are checked when all of them are done, so rows may point to each other. What a single write returns is not
 * told. `work` gives it constant SQL and values, as it would the transaction.
 */
export async function inOneStatement(
  manager: EntityManager,
  work: (statements: Statements) => Promise<void>,
): Promise<void> {
  const parts: string[] = [];
  const values: unknown[] = [];
  await work({
    query: (sql, own = []) => {
      const before = values.length;
      parts.push(`part_${parts.length} AS (${sql.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + before}`)})`);
      values.push(...own);
      return Promise.resolve();
    },
  });
  if (parts.length === 0) return;
  const text = `WITH ${parts.join(', ')} SELECT`;
  if (!manager.queryRunner) throw new Error('Statements go together inside a transaction.');
  const client = (await manager.queryRunner.connect()) as PoolClient;
  await client.query({ name: nameOf(text), text, values });
}

const names = new Map<string, string>();

/** The texts are few: each is made of constants. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `one-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
