import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { faultIf, refuseFaults } from '../../complaint/index.js';

/** @throws RuleBroken invalid (422): not before that day, and today at the latest where the agency is */
export async function refuseDay(
  manager: EntityManager,
  { jurisdictionId, at }: { jurisdictionId: string; at: Date },
  { on, from }: { on: string; from: string },
): Promise<void> {
  const today = await jurisdictionDay(manager, jurisdictionId, at);
  refuseFaults([
    ...faultIf(on > today, '/on', 'day-ahead', 'What happened did so today at the latest.'),
    ...faultIf(on < from, '/on', 'day-before-it-began', `It cannot have been before ${from}.`),
  ]);
}
