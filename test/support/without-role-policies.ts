import type pg from 'pg';

/** For tests of the other walls, each of which holds by itself: takes the policies by role away in the test's own database. */
export async function withoutRolePolicies(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ sql: string }>(
    `SELECT format('DROP POLICY by_role ON %s', polrelid::regclass) AS sql FROM pg_policy WHERE polname = 'by_role'`,
  );
  await owner.query(rows.map(({ sql }) => sql).join(';'));
}
