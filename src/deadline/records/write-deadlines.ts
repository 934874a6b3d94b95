import type { Statements } from '../../platform/postgres/in-one-statement.js';
import { type Day, isoOf } from '../rules/day.js';
import type { Clock } from './reckon-clocks.js';

/** Writes down how each clock stands, for lists and alarms. */
export async function writeDeadlines(
  manager: Statements,
  { jurisdictionId, complaintId, today }: { jurisdictionId: string; complaintId: string; today: Day },
  clocks: readonly Clock[],
): Promise<void> {
  if (clocks.length === 0) return;
  const rows = clocks.map(({ rule, reading: { state, start, stopped, due } }) => ({
    rule: rule.code,
    state,
    started_on: start === null ? null : isoOf(start),
    due_on: due === null ? null : isoOf(due.due),
    stopped_on: stopped === null ? null : isoOf(stopped),
  }));
  await manager.query(
    `INSERT INTO redress.deadline (jurisdiction_id, complaint_id, rule, state, started_on, due_on, stopped_on, reckoned_on)
     SELECT $1, $2, r.rule, r.state, r.started_on, r.due_on, r.stopped_on, $4
       FROM jsonb_to_recordset($3::jsonb) AS r(rule text, state text, started_on date, due_on date, stopped_on date)
     ON CONFLICT (jurisdiction_id, complaint_id, rule) DO UPDATE SET state = excluded.state,
       started_on = excluded.started_on, due_on = excluded.due_on, stopped_on = excluded.stopped_on,
       reckoned_on = excluded.reckoned_on`,
    [jurisdictionId, complaintId, JSON.stringify(rows), isoOf(today)],
  );
}
