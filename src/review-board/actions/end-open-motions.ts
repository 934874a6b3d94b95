import type { EntityManager } from 'typeorm';
import type { AtAdjournment } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Actor } from '../../shared/actor.js';
import { lockOpenMotionsOf, markEnded } from '../records/motion-end.store.js';

/**
 * What becomes of motions that are open when a meeting ends, by its charter. Either way what was cast on them counts for
 * nothing; one that is carried over comes up again, and an amendment of it has to be moved again.
 * @throws RuleBroken motion-open (409)
 */
export async function endOpenMotions(
  manager: EntityManager,
  actor: Actor,
  { meetingId, rule, at }: { meetingId: string; rule: AtAdjournment; at: Date },
): Promise<void> {
  const open = await lockOpenMotionsOf(manager, meetingId);
  if (open.length > 0 && rule === 'refused') {
    throw new RuleBroken('motion-open', 'A motion is open: decide it, or have it withdrawn, before the meeting ends.');
  }
  for (const { id, complaintId, degree } of open) {
    const carriesOver = rule === 'carried_over' && degree === 0;
    await markEnded(manager, id, carriesOver ? 'carried_over' : 'void', at);
    await recordHistory(manager, {
      actor,
      action: carriesOver ? 'motion.carry-over' : 'motion.void',
      subject: { kind: 'motion', id },
      ...(complaintId === null ? {} : { complaintId }),
      at,
    });
  }
}
