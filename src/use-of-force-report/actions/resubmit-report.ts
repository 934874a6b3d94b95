import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdOwnReport, readToldAnew, type ReportAtVersion } from './hold-own-report.js';
import { programmesFor } from './judge-report.js';
import { lawfulOri, type SubmissionReceipt } from './submit-report.js';
import { tellAnew } from './tell-anew.js';

/** A report that was returned, told anew by its department. What it said before is kept. */
@Injectable()
export class ResubmitReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken stale (412), status-forbids (409), report-number-fixed (422), invalid (422, with faults) */
  async run(actor: ActorOf<'department'>, read: ReportAtVersion, sent: unknown): Promise<SubmissionReceipt> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await holdOwnReport(manager, actor, read);
      if (standing.status !== 'returned') throw statusForbids(standing.status);
      const { reportId } = read;
      const { intake, original } = await readToldAnew(manager, actor, { standing, at }, sent);
      const judged = { ...actor, reportId, receivedAt: at };
      const programmes = await programmesFor(manager, judged, original, at);
      const told = { id: reportId, original, ori: lawfulOri(original, intake.oris) };
      const next = await tellAnew(manager, intake, told, standing, 'resubmit');
      const { reportNumber } = original;
      const submittedAt = at.toISOString();
      return { id: reportId, reportNumber, status: 'submitted', version: next, submittedAt, programmes };
    });
  }
}

function statusForbids(status: string): RuleBroken {
  return new RuleBroken('status-forbids', `This report is ${status}: only one that was returned can be told anew.`);
}
