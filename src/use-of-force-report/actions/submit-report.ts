import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { programmesFor } from './judge-report.js';
import { findDuplicates } from '../records/duplicate.reader.js';
import { type Intake, type Oris, readIntake } from '../records/intake.reader.js';
import { lineFault, type ReportFault } from '../rules/fault-codes.js';
import { readReport } from '../rules/read-report.js';
import { reportOri } from '../rules/report-ori.js';
import { lateFor } from '../rules/reporting-limit.js';
import { submissionFault, submissionWarning } from '../rules/submission-faults.js';
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
  /** The programmes that it came too late for, by the charter's codes; absent when it was told anew */
  lateFor?: string[];
  warnings?: ReportFault[];
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
        const { intake, terms } = await readIntake(manager, actor, at);
        return takeInOne(manager, intake, lawfulReport(sent, terms));
      }),
    );
  }
}

/** In the caller's transaction. @throws RuleBroken report-number-taken (409), ori-not-yours (422) */
export async function takeInOne(
  manager: EntityManager,
  intake: Intake,
  original: ReportDraft,
): Promise<SubmissionReceipt> {
  const late = lateFor(original, intake.now, intake.programmes);
  const report = { id: newId(), original, ori: lawfulOri(original, intake.oris), late };
  const judged = { ...intake.actor, reportId: report.id, receivedAt: intake.at };
  // Before it is taken in: a zero report whose place it takes is told of.
  const programmes = await programmesFor(manager, judged, original, intake.at);
  const outcomeOf = await takeInReports(manager, intake, [report]);
  if (outcomeOf(report) !== 'taken') throw numberTaken();
  const [duplicate] = await findDuplicates(manager, intake.actor.departmentId, [report.id]);
  const warnings = duplicate
    ? [submissionWarning('duplicate-suspected', '/reportNumber', { number: duplicate.number })]
    : [];
  const { reportNumber } = original;
  const submittedAt = intake.at.toISOString();
  return {
    id: report.id,
    reportNumber,
    status: 'submitted',
    version: 1,
    submittedAt,
    programmes,
    lateFor: late,
    warnings,
  };
}

/** @throws RuleBroken ori-not-yours (422) */
export function lawfulOri(report: ReportDraft, oris: Oris): string | null {
  const ori = reportOri(report, oris);
  if (ori !== undefined) return ori;
  const fault = submissionFault('ori-not-yours', '/agencyOri');
  throw new RuleBroken('ori-not-yours', fault.message, 422, [fault]);
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
