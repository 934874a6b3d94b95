import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterInForce, jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { profilesHere } from '../records/profile.store.js';
import { readReportFacts } from '../records/report-facts.reader.js';
import { ReportReader } from '../records/report.reader.js';
import { valueOf } from '../rules/answer.js';
import type { ProgrammeAnswer } from '../rules/profile/compile-profile.js';
import { bindingProfiles, judgeRecord } from '../rules/profile/judge-record.js';
import type { ReportDraft } from '../rules/report-draft.js';

/** A report, whose it is, and when it came in; `reportId` null: it is not stored. */
export interface Judged {
  jurisdictionId: string;
  departmentId: string;
  reportId: string | null;
  receivedAt: Date;
}

/** What each programme that binds the department says of a report, by the charter of that moment. */
export async function programmesFor(
  manager: EntityManager,
  judged: Judged,
  report: Omit<ReportDraft, 'occurredOn'> & { occurredOn: string | null },
  now: Date,
): Promise<ProgrammeAnswer[]> {
  const { jurisdictionId, departmentId, reportId, receivedAt } = judged;
  const { occurredOn, incidentNumber } = report;
  if (occurredOn === null) return [];
  const { document } = await charterInForce(manager, now);
  const bound = bindingProfiles(document.forceProfiles, departmentId, occurredOn);
  if (bound.length === 0) return [];
  const [occurredHour, municipality] = [valueOf(report.occurredHour), valueOf(report.municipality)];
  const about = { departmentId, reportId, occurredOn, occurredHour, municipality, incidentNumber };
  const facts = {
    ...(await readReportFacts(manager, about)),
    today: await jurisdictionDay(manager, jurisdictionId, now),
    receivedOn: await jurisdictionDay(manager, jurisdictionId, receivedAt),
  };
  return judgeRecord(await profilesHere(manager), bound, { ...report }, facts);
}

/** A stored report held to the programmes: what is complete, what is missing, what is not theirs. */
@Injectable()
export class JudgeReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly reports: ReportReader,
    private readonly clock: Clock,
  ) {}

  /** Give a department's id, and another's reports are not there. @throws NotFound */
  async run(actor: Actor, reportId: string, departmentId: string | null = null): Promise<ProgrammeAnswer[]> {
    const report = await this.reports.one(actor, reportId, departmentId);
    const judged = {
      jurisdictionId: actor.jurisdictionId,
      departmentId: report.departmentId,
      reportId,
      receivedAt: report.submittedAt,
    };
    return this.database.read(actor, (manager) => programmesFor(manager, judged, report, this.clock.now()));
  }
}
