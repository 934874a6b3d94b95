import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';
import { refuseDestroyed } from './tombstone.reader.js';

export interface HeldComplaint {
  status: ComplaintStatus;
  kind: ComplaintKind;
  charterId: string;
  anonymous: boolean;
  /** Who complains is read on a grant of the custodian alone */
  shielded: boolean;
}

/**
 * Holds the case until the transaction ends and counts its version up: of two people who change it at once, the second
 * sees what the first did, and is refused when the case has left these statuses. @throws NotFound,
 * RuleBroken status-forbids (409), case-expunged, case-disposed (410)
 */
export async function workOnComplaint(
  manager: EntityManager,
  complaintId: string,
  whileIn: readonly ComplaintStatus[],
): Promise<HeldComplaint> {
  const [held]: [HeldComplaint[], number] = await manager.query(
    `UPDATE redress.complaint SET version = version + 1 WHERE id = $1
     RETURNING status, kind, charter_id AS "charterId", anonymous, shielded`,
    [complaintId],
  );
  const [complaint] = held;
  if (!complaint) throw new NotFound();
  await refuseDestroyed(manager, complaintId, complaint.status);
  if (!whileIn.includes(complaint.status)) {
    throw new RuleBroken(
      'status-forbids',
      `The case is ${complaint.status}; this is done while it is ${whileIn.join(' or ')}.`,
    );
  }
  return complaint;
}
