import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { countAnswers, type Judge, judgingRules, prepareJudge } from '../../use-of-force-report/index.js';
import { type Measure, putMeasures, type Unmeasured, unmeasured } from '../records/measure.store.js';

/** As many as are held in memory at once; each such many is committed by itself. */
const AT_ONCE = 500;

/** Holds every report to the programmes that bind its department, once a telling: what has a measure under these rules is passed over. */
@Injectable()
export class MeasureReports {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** How many were measured. */
  async run(jurisdictionId: string): Promise<number> {
    const now = this.clock.now();
    const judges = new Map<string, Judge>();
    let [measured, after]: [number, string | null] = [0, null];
    for (;;) {
      const reports: Unmeasured[] = await this.database.transaction({ jurisdictionId }, async (manager) => {
        const rules = await judgingRules(manager, now);
        const some = await unmeasured(manager, rules, after, AT_ONCE);
        await prepareJudges(manager, judges, { jurisdictionId, now, reports: some });
        const measures = some.map((report) => measureOf(report, judges.get(report.departmentId)));
        await putMeasures(manager, jurisdictionId, rules, measures);
        return some;
      });
      measured += reports.length;
      after = reports.at(-1)?.id ?? null;
      if (reports.length < AT_ONCE) return measured;
    }
  }
}

async function prepareJudges(
  manager: EntityManager,
  judges: Map<string, Judge>,
  { jurisdictionId, now, reports }: { jurisdictionId: string; now: Date; reports: readonly Unmeasured[] },
): Promise<void> {
  for (const departmentId of new Set(reports.map((report) => report.departmentId)))
    if (!judges.has(departmentId))
      judges.set(departmentId, await prepareJudge(manager, { jurisdictionId, departmentId }, now));
}

/** By the report alone, as in a bulk's answer: what other reports say of it is left out. */
function measureOf({ id, toldAt, receivedOn, departmentOri, original }: Unmeasured, judge: Judge | undefined): Measure {
  const facts = { today: receivedOn, receivedOn, ...(departmentOri === null ? {} : { departmentOri }) };
  const said = judge?.(original, facts) ?? [];
  const statuses = Object.fromEntries(said.map(({ profile, status }) => [profile, status]));
  return { reportId: id, toldAt, statuses, ...countAnswers(original) };
}
