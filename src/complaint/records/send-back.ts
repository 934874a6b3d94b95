import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../../charter/index.js';
import { takeBackEvents } from '../../deadline/index.js';
import { moveComplaint } from './move-complaint.js';

/** What a case that is investigated again has before it once more. */
const AHEAD_AGAIN: readonly CaseEvent[] = [
  'findings_drafted',
  'board_decided',
  'sent_to_chief',
  'delivered_to_chief',
  'chief_answered',
  'closed',
];

/** Back to its investigator, and its clocks with it. @throws NotFound, RuleBroken status-forbids (409) */
export async function sendBack(
  manager: EntityManager,
  sent: { jurisdictionId: string; complaintId: string; recordedBy: string; at: Date },
): Promise<void> {
  await moveComplaint(manager, sent.complaintId, 'investigating');
  await takeBackEvents(manager, sent, AHEAD_AGAIN);
}
