import type { EntityManager } from 'typeorm';
import type { OverdueTold } from '../rules/overdue-told.js';

/** Tells the public anew, as of that day: what was told before is gone with it. */
export async function publishOverdue(
  manager: EntityManager,
  jurisdictionId: string,
  { asOf, ...told }: OverdueTold & { asOf: string },
): Promise<void> {
  const rows: { jurisdiction: string }[] = await manager.query(
    `INSERT INTO published.overdue_answers AS told (jurisdiction, jurisdiction_name, as_of, by_number, count, fewer_than, days_overdue)
     SELECT j.slug, j.name, $2, $3, $4, $5, $6 FROM redress.jurisdiction j WHERE j.id = $1
     ON CONFLICT (jurisdiction) DO UPDATE SET jurisdiction_name = excluded.jurisdiction_name, as_of = excluded.as_of,
       by_number = excluded.by_number, count = excluded.count, fewer_than = excluded.fewer_than, days_overdue = excluded.days_overdue
     RETURNING told.jurisdiction`,
    [jurisdictionId, asOf, told.byNumber, told.count, told.fewerThan, told.daysOverdue],
  );
  const place = rows[0]?.jurisdiction ?? '';
  await manager.query('DELETE FROM published.overdue_answer WHERE jurisdiction = $1', [place]);
  await manager.query(
    `INSERT INTO published.overdue_answer (jurisdiction, case_number, kind, delivered_on, due_on, days_overdue, position)
     SELECT $1, o."caseNumber", o.kind, o."deliveredOn", o."dueOn", o."daysOverdue",
            row_number() OVER (PARTITION BY o."caseNumber" ORDER BY o."dueOn", o.kind)
       FROM jsonb_to_recordset($2::jsonb)
         AS o("caseNumber" text, kind text, "deliveredOn" date, "dueOn" date, "daysOverdue" integer)`,
    [place, JSON.stringify(told.answers)],
  );
}

/**
 * Those of these cases that the public may hear of, held until the transaction ends: whoever seals or destroys one waits for
 * what is told now, and takes it back. Asked once they are held, and not before.
 */
export async function holdReleasable(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  await manager.query('SELECT FROM redress.complaint WHERE id = ANY ($1) ORDER BY id FOR SHARE', [ids]);
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM redress.releasable_complaint WHERE id = ANY ($1)',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
