import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { insertAmendment, markWithdrawn } from '../records/amendment.store.js';
import type { Intake } from '../records/intake.reader.js';
import { clearPendingNotice } from '../records/pending-notice.store.js';

/** Takes a report back, with its reason, in the transaction of whoever holds the row. Returns the version that it has now. */
export async function withdraw(
  manager: EntityManager,
  { actor, at }: Pick<Intake, 'actor' | 'at'>,
  reportId: string,
  reason: string,
): Promise<number> {
  const { jurisdictionId } = actor;
  const version = await markWithdrawn(manager, reportId);
  await insertAmendment(manager, { jurisdictionId, reportId, version, kind: 'withdraw', reason, changes: [], at });
  await clearPendingNotice(manager, reportId, at);
  const subject = { kind: 'use-of-force-report', id: reportId };
  await recordHistory(manager, { actor, action: 'use-of-force-report.withdraw', subject, at });
  return version;
}
