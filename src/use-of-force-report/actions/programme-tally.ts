import type { EntityManager } from 'typeorm';
import type { Intake } from '../records/intake.reader.js';
import type { ReportDraft } from '../rules/report-draft.js';
import { type Judge, prepareJudge } from './judge-report.js';

/** What a programme says of a submission's reports, counted. */
export interface ProgrammeCounts {
  profile: string;
  complete: number;
  incomplete: number;
  notReportable: number;
}

const NAMED = { complete: 'complete', incomplete: 'incomplete', not_reportable: 'notReportable' } as const;

/** Holds each report of a submission to the programmes that bind the department. Facts of other reports are left out. */
export class ProgrammeTally {
  private readonly byProfile = new Map<string, ProgrammeCounts>();

  private constructor(
    private readonly holds: Judge,
    private readonly facts: { departmentOri?: string },
  ) {}

  static async of(manager: EntityManager, { actor, at, oris }: Intake): Promise<ProgrammeTally> {
    const facts = oris.own === null ? {} : { departmentOri: oris.own };
    return new ProgrammeTally(await prepareJudge(manager, actor, at), facts);
  }

  judge(report: ReportDraft): void {
    for (const { profile, status } of this.holds(report, this.facts)) {
      const counts = this.byProfile.get(profile) ?? { profile, complete: 0, incomplete: 0, notReportable: 0 };
      counts[NAMED[status]]++;
      this.byProfile.set(profile, counts);
    }
  }

  get result(): ProgrammeCounts[] {
    return [...this.byProfile.values()];
  }
}
