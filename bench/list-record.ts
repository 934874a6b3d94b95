import type { Client } from 'pg';

/**
 * A record of so many cases, made by SQL: of ten years, 25 districts, 5,000 officers of 40 departments, 300 people of the
 * staff who have a case each in ten; a clock each, one in twelve of those that run overdue. Constraints of the rows hold;
 * foreign keys are not looked up one by one while it is made.
 */
export async function makeListRecord(owner: Client, jurisdiction: string, many: number): Promise<void> {
  const values = [jurisdiction];
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(`SET work_mem = '256MB'`);
  await owner.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name) SELECT $1, gen_random_uuid(), 'Department ' || n FROM generate_series(1, 40) n`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.officer (jurisdiction_id, id, department_id, badge_number)
     SELECT $1, gen_random_uuid(), d.id, n::text FROM generate_series(0, 4999) n
       JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS at FROM redress.department WHERE jurisdiction_id = $1) d ON d.at = n % 40`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.staff (jurisdiction_id, id, sign_in_name, display_name, password_hash, roles)
     SELECT $1, gen_random_uuid(), 'made' || n, 'Made ' || n, '$argon2id$none', ARRAY['investigator'] FROM generate_series(1, 300) n`,
    values,
  );
  await owner.query(
    `CREATE TEMP TABLE told AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS in_case,
       '2026-10-01T00:00Z'::timestamptz - n * interval '315 seconds' AS at,
       -- The newer a case, the likelier it is open.
       CASE WHEN hashint4(n) % 100 < CASE WHEN n < ${Math.floor(many / 10)} THEN 70 ELSE 2 END
         THEN (ARRAY['filed', 'accepted', 'investigating', 'investigating', 'findings_drafted', 'before_board'])[1 + abs(hashint4(n + 1)) % 6]
         ELSE (ARRAY['closed', 'closed', 'closed', 'declined', 'withdrawn'])[1 + abs(hashint4(n + 1)) % 5] END AS status,
       abs(hashint4(n + 2)) AS dice FROM generate_series(1, ${many}) n`,
  );
  await owner.query(
    `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, received_at, incident_on,
       district, beat, closed_on, classification, track)
     SELECT $1, id, '20' || to_char(at, 'YY') || '-' || upper(left(md5(n::text), 4)) || '-' || upper(right(md5(n::text), 4)) || '-' || n,
       (SELECT id FROM redress.charter WHERE jurisdiction_id = $1), 'complaint',
       (ARRAY['web', 'web', 'phone', 'mail', 'walk_in', '311'])[1 + dice % 6], false, status, date_trunc('milliseconds', at, 'UTC'), at::date - dice % 40,
       'District ' || 1 + dice % 25, NULL, CASE status WHEN 'closed' THEN at::date + 200 + dice % 90 END,
       (ARRAY['full', 'expedited', 'full', NULL])[1 + dice / 7 % 4], 'investigation' FROM told`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, officer_id)
     SELECT $1, t.in_case, t.id, 'subject', o.id FROM told t
       JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at FROM redress.officer WHERE jurisdiction_id = $1) o ON o.at = t.dice / 3 % 5000`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category)
     SELECT $1, gen_random_uuid(), t.id, t.in_case, w.code FROM told t CROSS JOIN generate_series(0, 1) twice
       JOIN (SELECT a ->> 'code' AS code, row_number() OVER () - 1 AS at, count(*) OVER () AS many FROM redress.charter h,
         jsonb_array_elements(h.document -> 'allegations') a WHERE h.jurisdiction_id = $1) w ON w.at = (t.dice / 11 + twice) % w.many`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.assignment (jurisdiction_id, id, complaint_id, staff_id, assigned_by, assigned_at, ended_at)
     SELECT $1, gen_random_uuid(), t.id, m.id, m.id, t.at, CASE WHEN t.status IN ('closed', 'withdrawn', 'declined') THEN t.at + interval '1 year' END
       FROM told t JOIN (SELECT id, row_number() OVER (ORDER BY sign_in_name) - 1 AS at FROM redress.staff
         WHERE jurisdiction_id = $1 AND sign_in_name LIKE 'made%') m ON m.at = t.dice % 300 WHERE t.status <> 'filed'`,
    values,
  );
  await owner.query(
    `INSERT INTO redress.deadline (jurisdiction_id, complaint_id, rule, state, started_on, due_on, stopped_on, reckoned_on)
     SELECT $1, id, 'investigation', CASE WHEN status IN ('closed', 'withdrawn', 'declined') THEN 'met' WHEN dice % 12 = 0 THEN 'overdue' ELSE 'running' END,
       at::date, at::date + 180 + dice % 30, CASE WHEN status IN ('closed', 'withdrawn', 'declined') THEN at::date + 100 END, '2026-10-01' FROM told`,
    values,
  );
  await owner.query(`SET session_replication_role = origin`);
  await owner.query('VACUUM (ANALYZE)');
}
