import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { refuseDestroyed } from './tombstone.reader.js';
import type { HeldComplaint } from './work-on-complaint.js';

/**
 * Holds a case as `workOnComplaint` does, for somebody whose role may reach nothing of it: anybody may say that they should
 * keep out of a case, before they have to do with it. Walls hold. @throws NotFound, RuleBroken case-expunged, case-disposed (410)
 */
export async function holdOpenCase(manager: EntityManager, complaintId: string): Promise<HeldComplaint> {
  const [complaint]: HeldComplaint[] = await manager.query(
    `SELECT status, kind, charter_id AS "charterId", anonymous, shielded FROM redress.hold_open_case($1)`,
    [complaintId],
  );
  if (!complaint) throw new NotFound();
  await refuseDestroyed(manager, complaintId, complaint.status);
  return complaint;
}
