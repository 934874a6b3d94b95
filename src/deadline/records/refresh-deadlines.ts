import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { type Day } from '../rules/day.js';
import { type Clock, reckonClocks } from './reckon-clocks.js';
import { writeDeadlines } from './write-deadlines.js';

/**
 * Reckons the clocks of a case anew and writes down how they stand, in the transaction of the change that moved them. A
 * clock that the case no longer has, because it was classified anew, is kept as it stood and waits for nothing.
 * @throws NotFound
 */
export async function refreshDeadlines(
  manager: EntityManager,
  jurisdictionId: string,
  complaintId: string,
  today: Day,
): Promise<Clock[]> {
  const reckoned = await reckonClocks(manager, complaintId, today);
  if (!reckoned) throw new NotFound();
  await writeDeadlines(manager, { jurisdictionId, complaintId, today }, reckoned.clocks);
  await manager.query(
    `UPDATE redress.deadline SET state = 'not_started', due_on = NULL
      WHERE complaint_id = $1 AND state IN ('running', 'tolled', 'overdue') AND NOT rule = ANY ($2)`,
    [complaintId, reckoned.clocks.map(({ rule }) => rule.code)],
  );
  return reckoned.clocks;
}
