import type { EntityManager } from 'typeorm';
import { prepared } from './prepared.js';

/** What a store needs to write: the transaction itself, or a bundle that is sent together. */
export interface Statements {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/**
 * Writes that do not read each other, sent as one statement: one round trip and one plan. Constraints are checked when all
 * of them are done, so rows may point to each other. What a single write returns is not told. `work` gives it constant SQL
 * and values, as it would give them to the transaction.
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
  if (parts.length > 0) await prepared(manager, `WITH ${parts.join(', ')} SELECT`, values);
}
