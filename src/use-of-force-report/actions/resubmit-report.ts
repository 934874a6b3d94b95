import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readIntake } from '../records/intake.reader.js';
import { lockOwnReport } from '../records/report.store.js';
import { programmesFor } from './judge-report.js';
import { stale } from './review-report.js';
import { lawfulOri, lawfulReport, type SubmissionReceipt } from './submit-report.js';
import { tellAnew } from './tell-anew.js';

export interface ReportAtVersion {
  reportId: string;
  version: number;
}

/** A report that was returned, told anew by its department. What it said before is kept. */
@Injectable()
export class ResubmitReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken stale (412), status-forbids (409), report-number-fixed (422), invalid (422, with faults) */
  async run(
    actor: ActorOf<'department'>,
    { reportId, version }: ReportAtVersion,
    sent: unknown,
  ): Promise<SubmissionReceipt> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await lockOwnReport(manager, actor.departmentId, reportId);
      if (!standing) throw new NotFound();
      if (standing.version !== version) throw stale();
      if (standing.status !== 'returned') throw statusForbids(standing.status);
      const { intake, terms } = await readIntake(manager, actor, at);
      const original = lawfulReport(sent, terms);
      if (original.reportNumber !== standing.reportNumber) throw numberFixed(standing.reportNumber);
      const judged = { ...actor, reportId, receivedAt: at };
      const programmes = await programmesFor(manager, judged, original, at);
      const report = { id: reportId, original, ori: lawfulOri(original, intake.oris) };
      const next = await tellAnew(manager, intake, report, standing, 'resubmit');
      const { reportNumber } = original;
      const submittedAt = at.toISOString();
      return { id: reportId, reportNumber, status: 'submitted', version: next, submittedAt, programmes };
    });
  }
}

function statusForbids(status: string): RuleBroken {
  return new RuleBroken('status-forbids', `This report is ${status}: only one that was returned can be told anew.`);
}

export function numberFixed(standing: string): RuleBroken {
  const message = `Keep the report number ${standing}: it names this report. Another number is another report.`;
  return new RuleBroken('report-number-fixed', message, 422, [
    { path: '/reportNumber', code: 'report-number-fixed', message },
  ]);
}
