import type pg from 'pg';

/** Every row of every table that is a department's, as a hash by table. */
export async function footprintOf(owner: pg.Pool, departmentId: string): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string; column: string }>(
    `SELECT c.table_name AS name, min(c.column_name) AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'redress' AND t.table_type = 'BASE TABLE'
        AND c.column_name IN ('department_id', 'report_id', 'submission_id') GROUP BY 1 ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name, column } of rows) {
    const whose = {
      department_id: '= $1',
      report_id: 'IN (SELECT id FROM redress.use_of_force_report WHERE department_id = $1)',
      submission_id: 'IN (SELECT id FROM redress.use_of_force_submission WHERE department_id = $1)',
    }[column];
    const hashed = await owner.query<{ hash: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM redress.${name} t WHERE ${column} ${whose}`,
      [departmentId],
    );
    found[name] = hashed.rows[0]!.hash;
  }
  return found;
}
