import type { TestApp } from '../support/test-app.js';

/** What a faulty count would publish: what it is, how a row is changed so, and the constraint that refuses it. */
export const FAULTY_ROWS: [what: string, changes: string, constraint: string][] = [
  ['few reports', `reports = 4`, 'few_reports_are_withheld'],
  ['few late ones', `reports = 9, late = 2`, 'few_late_reports_are_withheld'],
  ['few in time', `reports = 9, late = 8`, 'few_late_reports_are_withheld'],
  ['what follows from what is withheld', `reports = NULL, median_days = 3`, 'what_is_withheld_is_withheld_whole'],
  [
    'few of a status',
    `reports = 9, programmes = '[{"profile":"fbi","complete":1,"incomplete":8,"notReportable":0,"notBound":0}]'`,
    'few_of_a_status_are_withheld',
  ],
  [
    'a status that is what is left',
    `reports = 9, programmes = '[{"profile":"fbi","complete":null,"incomplete":8,"notReportable":0,"notBound":0}]'`,
    'few_of_a_status_are_withheld',
  ],
  ['how many of several ORIs had reports', `reports = NULL, asked = 3, zero = 1`, 'oris_do_not_tell_of_reports'],
];

/** Puts rows that are published in again, changed, as a faulty count would; what is taken is taken back. */
export async function plantRow({ database }: TestApp, changes: string, which: string): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE planted ON COMMIT DROP AS SELECT * FROM published.department_reporting WHERE ${which}`,
    );
    await client.query(`DELETE FROM published.department_reporting WHERE ${which}`);
    await client.query(
      `UPDATE planted SET late = NULL, answered = NULL, pending = NULL, unknown_final = NULL, not_applicable = NULL,
         median_days = NULL, p90_days = NULL, programmes = '[]'`,
    );
    await client.query(`UPDATE planted SET ${changes}`);
    await client.query('INSERT INTO published.department_reporting SELECT * FROM planted');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
