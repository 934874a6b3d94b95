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
import { bindingProfiles, judgeRecord, type ReportFacts } from '../rules/profile/judge-record.js';
import type { ReportDraft } from '../rules/report-draft.js';

type Report = Omit<ReportDraft, 'occurredOn'> & { occurredOn: string | null };
/** Holds reports of one department to its programmes, with nothing asked of the database: for one or for a stream of them. */
export type Judge = (report: Report, facts?: ReportFacts) => ProgrammeAnswer[];

/** By the charter of that moment; reports count as received then, unless the facts say otherwise. */
export async function prepareJudge(
  manager: EntityManager,
  { jurisdictionId, departmentId }: { jurisdictionId: string; departmentId: string },
  now: Date,
): Promise<Judge> {
  const { document } = await charterInForce(manager, now);
  const shelf = await profilesHere(manager);
  const today = await jurisdictionDay(manager, jurisdictionId, now);
  return (report, facts = {}) => {
    if (report.occurredOn === null) return [];
    const bound = bindingProfiles(document.forceProfiles, departmentId, report.occurredOn);
    return judgeRecord(shelf, bound, { ...report }, { today, receivedOn: today, ...facts });
  };
}

/** A report, whose it is, and when it came in; `reportId` null: it is not stored. */
export interface Judged {
  jurisdictionId: string;
  departmentId: string;
  reportId: string | null;
  receivedAt: Date;
}

/** What each programme that binds the department says of a report, and of it among the others that are there. */
export async function programmesFor(
  manager: EntityManager,
  judged: Judged,
  report: Report,
  now: Date,
): Promise<ProgrammeAnswer[]> {
  const { jurisdictionId, departmentId, reportId, receivedAt } = judged;
  const { occurredOn, incidentNumber } = report;
  if (occurredOn === null) return [];
  const judge = await prepareJudge(manager, judged, now);
  const [occurredHour, municipality] = [valueOf(report.occurredHour), valueOf(report.municipality)];
  const about = { departmentId, reportId, occurredOn, occurredHour, municipality, incidentNumber };
  const receivedOn = await jurisdictionDay(manager, jurisdictionId, receivedAt);
  return judge(report, { ...(await readReportFacts(manager, about)), receivedOn });
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
