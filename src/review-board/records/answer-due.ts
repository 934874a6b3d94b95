import type { EntityManager } from 'typeorm';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { dueIfStarted } from '../../deadline/index.js';

/**
 * By when the chief is to answer what was delivered on that day: by the clocks of the case's charter from delivery to answer,
 * standstills and extensions included; where it has none, by its plain number of days. ISO date.
 */
export async function answerDue(
  manager: EntityManager,
  { jurisdictionId, complaintId, charterId }: { jurisdictionId: string; complaintId: string; charterId: string },
  { deliveredOn, now }: { deliveredOn: string; now: Date },
): Promise<string> {
  const { clocks } = (await charterById(manager, charterId)).document;
  const stretch = {
    startsOn: 'delivered_to_chief',
    stopsOn: 'chief_answered',
    otherwise: clocks.chiefAnswerDays,
  } as const;
  const today = await jurisdictionDay(manager, jurisdictionId, now);
  return (await dueIfStarted(manager, complaintId, stretch, { start: deliveredOn, today })) ?? deliveredOn;
}
