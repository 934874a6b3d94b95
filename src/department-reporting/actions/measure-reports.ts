import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { countAnswers, type Judge, judgingRules, prepareJudge } from '../../use-of-force-report/index.js';
import { type Measure, putMeasures, readTold, type ToldReport, unmeasured } from '../records/measure.store.js';

/** As many as are held in memory at once; each such many is committed by itself. */
const AT_ONCE = 500;
/** As many as are looked for at once. */
const LOOKED_FOR = 50_000;

/** Under which rules, at which moment, and who judges: asked for once, and good for the whole run. */
interface Ground {
  jurisdictionId: string;
  now: Date;
  rules: string;
  judges: Map<string, Judge>;
}

/** Holds every report to the programmes that bind its department, once a telling: what has a measure under these rules is passed over. */
@Injectable()
export class MeasureReports {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** How many were measured. */
  async run(jurisdictionId: string): Promise<number> {
    const scope = { jurisdictionId };
    const now = this.clock.now();
    const rules = await this.database.read(scope, (manager) => judgingRules(manager, now));
    const ground = { jurisdictionId, now, rules, judges: new Map<string, Judge>() };
    let measured = 0;
    for (;;) {
      const ids = await this.database.read(scope, (manager) => unmeasured(manager, rules, LOOKED_FOR));
      for (let at = 0; at < ids.length; at += AT_ONCE)
        await this.database.transaction(scope, (manager) => measure(manager, ground, ids.slice(at, at + AT_ONCE)));
      measured += ids.length;
      if (ids.length < LOOKED_FOR) return measured;
    }
  }
}

async function measure(manager: EntityManager, ground: Ground, ids: readonly string[]): Promise<void> {
  const { jurisdictionId, now, rules, judges } = ground;
  const reports = await readTold(manager, ids);
  for (const { departmentId } of reports)
    if (!judges.has(departmentId))
      judges.set(departmentId, await prepareJudge(manager, { jurisdictionId, departmentId }, now));
  const measures = reports.map((report) => measureOf(report, judges.get(report.departmentId)));
  await putMeasures(manager, jurisdictionId, rules, measures);
}

/** By the report alone, as in a bulk's answer: what other reports say of it is left out. */
function measureOf({ id, toldAt, receivedOn, departmentOri, original }: ToldReport, judge: Judge | undefined): Measure {
  const facts = { today: receivedOn, receivedOn, ...(departmentOri === null ? {} : { departmentOri }) };
  const said = judge?.(original, facts) ?? [];
  const statuses = Object.fromEntries(said.map(({ profile, status }) => [profile, status]));
  return { reportId: id, toldAt, statuses, ...countAnswers(original) };
}
