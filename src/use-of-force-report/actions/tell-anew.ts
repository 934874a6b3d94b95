import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import type { Intake } from '../records/intake.reader.js';
import { clearPendingNotice } from '../records/pending-notice.store.js';
import { deleteParts, insertParts } from '../records/report-parts.store.js';
import type { SentReport, StandingReport } from '../records/report.store.js';
import { keepFormerSubmission, replaceReport } from '../records/resubmission.store.js';
import { shareDepartment } from '../records/zero-report.store.js';
import { changedFields } from '../rules/changed-fields.js';
import { officerIdsOf, takeZeroReportsPlace } from './take-in-reports.js';

/**
 * Puts what a department tells now in the place of what it told before, which is kept; the report waits for review from
 * the first level on, and what was sent of it to programmes is stale (the database sees to both). The caller holds the row.
 * Returns the version that it has now.
 */
export async function tellAnew(
  manager: EntityManager,
  intake: Intake,
  report: Omit<SentReport, 'late'>,
  standing: StandingReport,
  action: 'resubmit' | 'correct' | 'supplement',
): Promise<number> {
  const { actor, charterId, at } = intake;
  await shareDepartment(manager, actor.departmentId);
  await keepFormerSubmission(manager, { jurisdictionId: actor.jurisdictionId, id: report.id }, standing);
  const version = await replaceReport(manager, report.id, charterId, at, report);
  await deleteParts(manager, report.id);
  await insertParts(manager, actor.jurisdictionId, [report], await officerIdsOf(manager, intake, [report]));
  await clearPendingNotice(manager, report.id, at);
  const subject = { kind: 'use-of-force-report', id: report.id };
  const details = { changed: changedFields(standing.original, report.original) };
  await recordHistory(manager, { actor, action: `use-of-force-report.${action}`, subject, details, at });
  await takeZeroReportsPlace(manager, intake, [report]);
  return version;
}
