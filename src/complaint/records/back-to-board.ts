import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../../charter/index.js';
import { takeBackEvents } from '../../deadline/index.js';
import { insertReopening, type NewReopening } from './closing.store.js';
import { moveComplaint } from './move-complaint.js';

/** What a closed case has before it once more when the board thinks again. */
const AHEAD_AGAIN: readonly CaseEvent[] = [
  'board_decided',
  'sent_to_chief',
  'delivered_to_chief',
  'chief_answered',
  'closed',
];

/** From the chief: what the chief was sent and answered has happened, until the board sends something else. */
export async function backFromChief(
  manager: EntityManager,
  back: { jurisdictionId: string; complaintId: string; recordedBy: string; at: Date },
): Promise<void> {
  await moveComplaint(manager, back.complaintId, 'before_board');
  await takeBackEvents(manager, back, ['board_decided']);
}

/** A closed case is open again, for the board to think again. @throws NotFound, RuleBroken status-forbids (409) */
export async function reopenForBoard(manager: EntityManager, reopening: NewReopening): Promise<void> {
  const { complaintId, reopenedBy: recordedBy } = reopening;
  await moveComplaint(manager, complaintId, 'before_board');
  await takeBackEvents(manager, { ...reopening, recordedBy }, AHEAD_AGAIN);
  await insertReopening(manager, reopening);
}
