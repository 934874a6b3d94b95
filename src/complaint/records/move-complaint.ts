import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { refuseDestroyed } from './tombstone.reader.js';
import { comesFrom, type ComplaintStatus } from '../rules/complaint-status.js';

/**
 * Moves a case on, if it stands where it may be moved from: of two people who move it at once, one is told no.
 * @throws NotFound, RuleBroken status-forbids (409), case-expunged, case-disposed (410)
 */
export async function moveComplaint(
  manager: EntityManager,
  complaintId: string,
  to: ComplaintStatus,
  closedOn: Date | null = null,
): Promise<void> {
  const [moved]: [unknown[], number] = await manager.query(
    `UPDATE redress.complaint SET status = $2, version = version + 1,
            closed_on = coalesce(($4::timestamptz AT TIME ZONE
              (SELECT place.time_zone FROM redress.jurisdiction place WHERE place.id = complaint.jurisdiction_id))::date, closed_on)
      WHERE id = $1 AND status = ANY ($3) RETURNING id`,
    [complaintId, to, comesFrom(to), closedOn],
  );
  if (moved.length === 1) return;
  const [row]: { status: ComplaintStatus }[] = await manager.query(
    'SELECT status FROM redress.complaint WHERE id = $1',
    [complaintId],
  );
  if (!row) throw new NotFound();
  await refuseDestroyed(manager, complaintId, row.status);
  throw new RuleBroken('status-forbids', `The case is ${row.status}; from there it cannot become ${to}.`);
}
