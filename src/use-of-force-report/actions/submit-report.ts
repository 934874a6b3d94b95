import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { programmesFor } from './judge-report.js';
import { termsInForce } from '../records/terms.reader.js';
import { lineFault, type ReportFault } from '../rules/fault-codes.js';
import { readReport } from '../rules/read-report.js';
import type { ReportDraft } from '../rules/report-draft.js';
import type { ProgrammeAnswer } from '../rules/profile/compile-profile.js';
import type { Terms } from '../rules/terms.js';
import { answerOnce } from './answer-once.js';
import { takeInReports } from './take-in-reports.js';

/** What a department keeps as proof that a report came in. */
export interface SubmissionReceipt {
  id: string;
  reportNumber: string;
  status: 'submitted';
  version: number;
  /** ISO 8601 */
  submittedAt: string;
  /** What each programme that binds the department says of it */
  programmes: ProgrammeAnswer[];
}

@Injectable()
export class SubmitReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * `sent` is the body as it came. Repeated under its key, it is answered as the first time and nothing is doubled.
   * @throws RuleBroken invalid (422, with faults), report-number-taken (409), idempotency-key-reused (422),
   *   idempotency-key-in-flight (409)
   */
  async run(actor: ActorOf<'department'>, sent: unknown, key: string): Promise<SubmissionReceipt> {
    const at = this.clock.now();
    const once = { jurisdictionId: actor.jurisdictionId, principalId: actor.departmentId, key };
    return this.database.transaction(actor, (manager) =>
      answerOnce(manager, once, { submit: sent }, async () => {
        const { charterId, terms } = await termsInForce(manager, actor.jurisdictionId, at);
        const report = { id: newId(), original: lawfulReport(sent, terms) };
        const judged = { ...actor, reportId: report.id, receivedAt: at };
        // Before it is taken in: a zero report whose place it takes is told of.
        const programmes = await programmesFor(manager, judged, report.original, at);
        const outcomeOf = await takeInReports(manager, { actor, charterId, at }, [report]);
        if (outcomeOf(report) !== 'taken') throw numberTaken();
        const { reportNumber } = report.original;
        const submittedAt = at.toISOString();
        return { id: report.id, reportNumber, status: 'submitted', version: 1, submittedAt, programmes } as const;
      }),
    );
  }
}

/** @throws RuleBroken invalid (422) */
export function lawfulReport(sent: unknown, terms: Terms): ReportDraft {
  const read = readReport(sent, terms);
  if ('draft' in read) return read.draft;
  throw refused(read.faults);
}

export function refused(faults: ReportFault[]): RuleBroken {
  const count = faults.length === 1 ? 'One thing is' : `${faults.length} things are`;
  return new RuleBroken(
    'invalid',
    `${count} wrong with this report; \`errors\` says where and how to mend it.`,
    422,
    faults,
  );
}

function numberTaken(): RuleBroken {
  const fault = lineFault('report-number-taken');
  return new RuleBroken('report-number-taken', fault.message, 409, [fault]);
}
