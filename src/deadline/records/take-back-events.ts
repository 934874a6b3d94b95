import type { EntityManager } from 'typeorm';
import { type CaseEvent, jurisdictionDay } from '../../charter/index.js';
import { newId } from '../../platform/identifiers.js';
import { dayOf } from '../rules/day.js';
import { refreshDeadlines } from './refresh-deadlines.js';

/** Of these events, those that the case knows a day of. */
const KNOWN = `
  SELECT event FROM (SELECT DISTINCT ON (event) event, on_day FROM redress.case_event
                      WHERE complaint_id = $1 AND event = ANY ($2) ORDER BY event, recorded_at DESC, id DESC) latest
   WHERE on_day IS NOT NULL`;

/**
 * What a case that was sent back has to pass again has not happened yet: clocks that had stopped on it run on. The former
 * days stay in the record. In the transaction of whoever sends it back. @throws NotFound
 */
export async function takeBackEvents(
  manager: EntityManager,
  taken: { jurisdictionId: string; complaintId: string; recordedBy: string; at: Date },
  events: readonly CaseEvent[],
): Promise<void> {
  const { jurisdictionId, complaintId, recordedBy, at } = taken;
  const known: { event: CaseEvent }[] = await manager.query(KNOWN, [complaintId, events]);
  for (const { event } of known)
    await manager.query(
      `INSERT INTO redress.case_event (jurisdiction_id, id, complaint_id, event, on_day, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, NULL, $5, $6)`,
      [jurisdictionId, newId(at), complaintId, event, recordedBy, at],
    );
  const today = await jurisdictionDay(manager, jurisdictionId, at);
  await refreshDeadlines(manager, jurisdictionId, complaintId, dayOf(today));
}
