import type { EntityManager } from 'typeorm';
import { type CaseEvent, jurisdictionDay } from '../../charter/index.js';
import { newId } from '../../platform/identifiers.js';
import { dayOf } from '../rules/day.js';
import { refreshDeadlines } from './refresh-deadlines.js';

export interface CaseEventToNote {
  jurisdictionId: string;
  complaintId: string;
  event: CaseEvent;
  /** ISO date; absent: the day that it is there at `at` */
  on?: string;
  recordedBy: string | null;
  at: Date;
}

/**
 * Something happened in the case that clocks start or stop on. Called in the transaction of the action that did it, so
 * that no clock can miss it. @throws NotFound
 */
export async function noteCaseEvent(manager: EntityManager, noted: CaseEventToNote): Promise<void> {
  const { jurisdictionId, complaintId, event, recordedBy, at } = noted;
  const today = await jurisdictionDay(manager, jurisdictionId, at);
  await manager.query(
    `INSERT INTO redress.case_event (jurisdiction_id, id, complaint_id, event, on_day, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, newId(at), complaintId, event, noted.on ?? today, recordedBy, at],
  );
  await refreshDeadlines(manager, jurisdictionId, complaintId, dayOf(today));
}
