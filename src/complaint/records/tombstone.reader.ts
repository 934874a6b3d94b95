import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { type ComplaintStatus, isDestroyed } from '../rules/complaint-status.js';

interface Tombstone {
  caseNumber: string;
  ground: 'expunged' | 'disposed';
  authority: string;
  retentionClass: string | null;
  onDay: string;
}

/** What is left of a case is said to whoever might have read it. @throws RuleBroken case-expunged, case-disposed (410) */
export async function refuseDestroyed(
  manager: EntityManager,
  complaintId: string,
  status: ComplaintStatus,
): Promise<void> {
  if (!isDestroyed(status)) return;
  const [stone]: Tombstone[] = await manager.query(
    `SELECT case_number AS "caseNumber", ground, authority, retention_class AS "retentionClass", on_day::text AS "onDay"
       FROM redress.tombstone WHERE complaint_id = $1`,
    [complaintId],
  );
  if (!stone) throw new RuleBroken('case-unreadable', 'Nothing of this case can be read any more.', 410);
  const { caseNumber, ground, authority, retentionClass, onDay } = stone;
  const details = { caseNumber, on: onDay, authority, ...(retentionClass === null ? {} : { retentionClass }) };
  const message = `Case ${caseNumber} was ${ground} on ${onDay} (${authority}). What was recorded in it is gone for good.`;
  if (ground === 'expunged') throw new RuleBroken('case-expunged', message, 410, [], details);
  throw new RuleBroken('case-disposed', message, 410, [], details);
}
