import type { EntityManager } from 'typeorm';
import { codesOf, jurisdictionDay } from '../../charter/index.js';
import { type Fault, NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { type Clock, reckonClocks } from '../records/reckon-clocks.js';
import type { Day } from '../rules/day.js';
import { dayOf } from '../rules/day.js';

/** Holds the case, so that of two who move one clock at once the second sees what the first did. @throws NotFound, invalid (422) */
export async function clockOfCase(
  manager: EntityManager,
  at: { jurisdictionId: string; complaintId: string; rule: string; now: Date },
): Promise<{ clock: Clock; today: Day; others: Clock[] }> {
  const { jurisdictionId, complaintId, rule, now } = at;
  const held: unknown[] = await manager.query('SELECT FROM redress.complaint WHERE id = $1 FOR UPDATE', [complaintId]);
  const today = dayOf(await jurisdictionDay(manager, jurisdictionId, now));
  const reckoned = held.length === 0 ? null : await reckonClocks(manager, complaintId, today);
  if (!reckoned) throw new NotFound();
  const clock = reckoned.clocks.find((each) => each.rule.code === rule);
  if (!clock)
    throw refusedFault({
      path: '/rule',
      code: 'no-such-clock',
      message: `The case has no such clock. It has: ${codesOf(reckoned.clocks.map((each) => each.rule))}.`,
    });
  return { clock, today, others: reckoned.clocks };
}

export function refusedFault(fault: Fault): RuleBroken {
  return new RuleBroken('invalid', 'One thing is wrong with what was sent; `errors` says where.', 422, [fault]);
}
