import type { Pool } from 'pg';

/**
 * What other features publish and a report reads: recommendations on policy, and how departments report. As the owner, as those
 * features would have written it; where one of them is not installed, its table stands here for this test alone.
 */
export async function publishElsewhere(owner: Pool): Promise<void> {
  for (const statement of STATEMENTS) await owner.query(statement);
}

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS published.policy_recommendation (id uuid PRIMARY KEY, jurisdiction text, jurisdiction_name text, time_zone text,
     number integer, kind text, addressed_to text, title text, text text, url text, issued_on date, answer_due_on date, status text,
     published_at timestamptz, changed_at timestamptz)`,
  `CREATE TABLE IF NOT EXISTS published.policy_step (id uuid PRIMARY KEY, recommendation_id uuid, kind text, outcome text, due_on date,
     taken_on date, text text, url text)`,
  `CREATE TABLE IF NOT EXISTS published.department_reporting (jurisdiction text, jurisdiction_name text, department_id uuid, department text,
     grain text, period text, asked integer, zero integer, missing integer, reports integer, late integer, answered numeric,
     pending numeric, unknown_final numeric, not_applicable numeric, median_days integer, p90_days integer, programmes jsonb, k integer,
     as_of timestamptz)`,
  `GRANT SELECT ON published.policy_recommendation, published.policy_step, published.department_reporting TO redress_public`,
  `INSERT INTO published.policy_recommendation (id, jurisdiction, jurisdiction_name, time_zone, number, kind, addressed_to, title, text,
     issued_on, answer_due_on, status, published_at, changed_at)
   SELECT md5('policy' || n)::uuid, 'riverton', 'City of Riverton', 'America/Chicago', n, 'policy', 'Chief of Police', 'Cameras on, part ' || n,
     'A text.', make_date(2016, n, 1), make_date(2016, n, 28), status, '2016-12-01', '2016-12-01'
     FROM (VALUES (1, 'implemented'), (2, 'rejected'), (3, 'awaiting_answer')) AS told (n, status)`,
  `INSERT INTO published.policy_step (id, recommendation_id, kind, outcome, taken_on, text) VALUES
     (md5('1')::uuid, md5('policy1')::uuid, 'answer', 'accepted', '2016-01-11', NULL),
     (md5('2')::uuid, md5('policy1')::uuid, 'verification', 'implemented', '2016-06-01', 'A canary in a step.'),
     (md5('3')::uuid, md5('policy2')::uuid, 'answer', 'rejected', '2016-02-03', 'A canary in a step.')`,
  `INSERT INTO published.department_reporting (jurisdiction, jurisdiction_name, department_id, department, grain, period, asked, zero, missing,
     reports, late, answered, pending, unknown_final, not_applicable, median_days, p90_days, programmes, k, as_of)
   VALUES ('riverton', 'City of Riverton', md5('d1')::uuid, 'Hill PD', 'year', '2016', 12, 0, 1, 40, 20, 90, 5, 5, 0, 2, 9, '[]', 11, now()),
     ('riverton', 'City of Riverton', md5('d2')::uuid, 'Lake PD', 'year', '2016', 12, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', 11, now())`,
];
