import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { readIntake } from '../records/intake.reader.js';
import { lockOwnReport, type StandingReport } from '../records/report.store.js';
import { stale } from './review-report.js';
import { lawfulReport } from './submit-report.js';

export interface ReportAtVersion {
  reportId: string;
  version: number;
}

/** The department's report as it read it, held until the transaction ends. @throws NotFound, RuleBroken stale (412) */
export async function holdOwnReport(
  manager: EntityManager,
  { departmentId }: ActorOf<'department'>,
  { reportId, version }: ReportAtVersion,
): Promise<StandingReport> {
  const standing = await lockOwnReport(manager, departmentId, reportId);
  if (!standing) throw new NotFound();
  if (standing.version !== version) throw stale();
  return standing;
}

/** What it is to say instead: lawful, and under the same number. @throws RuleBroken report-number-fixed, invalid (422) */
export async function readToldAnew(
  manager: EntityManager,
  actor: ActorOf<'department'>,
  { standing, at }: { standing: StandingReport; at: Date },
  sent: unknown,
) {
  const { intake, terms } = await readIntake(manager, actor, at);
  const original = lawfulReport(sent, terms);
  if (original.reportNumber !== standing.reportNumber) throw numberFixed(standing.reportNumber);
  return { intake, original };
}

function numberFixed(standing: string): RuleBroken {
  const message = `Keep the report number ${standing}: it names this report. Another number is another report.`;
  return new RuleBroken('report-number-fixed', message, 422, [
    { path: '/reportNumber', code: 'report-number-fixed', message },
  ]);
}
