import type pg from 'pg';
import { LIVE, mark, standingPolicies } from './standing-policies.js';
import { type RolePolicy, rolePolicies } from './role-policy.js';

const STANDS = `SELECT ${LIVE} AS live FROM pg_policy p WHERE p.polname = 'by_role' AND p.polrelid = $1::regclass`;

/**
 * As the owner: gives every table the policy that the program has for it. Of those that stand as they should
 * nothing is touched. Each table by itself, at once: a row is never without its policy, and no two tables are held together.
 * Returns the tables that were written. @throws Error when there is a table of which nobody said who reaches it
 */
export async function writePolicies(
  owner: pg.ClientBase,
  own: readonly RolePolicy[] = rolePolicies(),
): Promise<string[]> {
  const { unknown, missing, other } = await standingPolicies(
    async <Row>(sql: string) => (await owner.query(sql)).rows as Row[],
    own,
  );
  if (unknown.length > 0)
    throw new Error(`Nobody said who reaches ${unknown.join(', ')}: give them a line in src/identity/rules/reach.`);
  const stale = new Set([...missing, ...other]);
  const written = own.filter(({ table }) => stale.has(table));
  for (const policy of written) await write(owner, policy);
  return written.map(({ table }) => table);
}

async function write(owner: pg.ClientBase, policy: RolePolicy): Promise<void> {
  const table = `redress.${policy.table}`;
  await owner.query('BEGIN');
  try {
    // While this waits for the table, everybody else waits behind it: rather not for long, and once more later.
    await owner.query(`SET LOCAL lock_timeout = '10s'`);
    await owner.query(`DROP POLICY IF EXISTS by_role ON ${table}`);
    await owner.query(
      `CREATE POLICY by_role ON ${table} AS RESTRICTIVE USING (${policy.reads}) WITH CHECK (${policy.writes})`,
    );
    const { rows } = await owner.query<{ live: string }>(STANDS, [table]);
    await owner.query(`COMMENT ON POLICY by_role ON ${table} IS '${mark(policy, rows[0]?.live ?? '')}'`);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
