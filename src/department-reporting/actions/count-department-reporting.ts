import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { charterInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { localHourAt, monthDuties } from '../../use-of-force-report/index.js';
import { reportFigures } from '../records/report-figures.reader.js';
import {
  holdSnapshot,
  replaceSnapshot,
  reportsChanged,
  type SnapshotRow,
  standingSnapshot,
} from '../records/reporting-snapshot.store.js';
import { periodsOf } from '../rules/periods-of.js';
import { settleDepartment, type Standing } from '../rules/settle-department.js';
import { MeasureReports } from './measure-reports.js';

/** Counts how completely and how soon each department of a place reports, and publishes it. */
@Injectable()
export class CountDepartmentReporting {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly measureReports: MeasureReports,
  ) {}

  /** The snapshot is replaced whole, in one transaction; where nothing of it would be another, nothing is written. */
  async run(jurisdictionId: string): Promise<{ rows: number; replaced: boolean }> {
    const at = this.clock.now();
    await this.measureReports.run(jurisdictionId);
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      await holdSnapshot(manager);
      const before = await standingSnapshot(manager);
      const rows = await snapshotOf(manager, jurisdictionId, before, at);
      if (isDeepStrictEqual(rows.map(withoutMoment), before.map(withoutMoment)))
        return { rows: rows.length, replaced: false };
      await replaceSnapshot(manager, rows);
      const actor = { kind: 'system', jurisdictionId } as const;
      const subject = { kind: 'department-reporting', id: newId() };
      const details = { rows: rows.length };
      await recordHistory(manager, { actor, action: 'department-reporting.publish', subject, details, at });
      return { rows: rows.length, replaced: true };
    });
  }
}

async function snapshotOf(
  manager: EntityManager,
  jurisdictionId: string,
  before: readonly SnapshotRow[],
  at: Date,
): Promise<SnapshotRow[]> {
  const { k } = (await charterInForce(manager, at)).document.publication;
  const { day } = await localHourAt(manager, jurisdictionId, at);
  const [counted, duties] = [await reportFigures(manager, day), await monthDuties(manager, day)];
  const standing = await standingByDepartment(manager, before);
  const now = at.toISOString();
  const departments = periodsOf(counted, duties, day.slice(0, 4));
  return [...departments].flatMap(([departmentId, figures]) => {
    const { told, asOf } = settleDepartment(figures, standing.get(departmentId) ?? null, { k, now });
    return told.map((period) => ({ departmentId, ...period, k, asOf })).sort(byPeriod);
  });
}

async function standingByDepartment(
  manager: EntityManager,
  before: readonly SnapshotRow[],
): Promise<Map<string, Standing>> {
  const standing = new Map<string, Standing & { told: SnapshotRow[] }>();
  for (const { k, asOf, ...row } of before) {
    const of = standing.get(row.departmentId) ?? { told: [], k, asOf, changed: 0 };
    standing.set(row.departmentId, { ...of, told: [...of.told, { ...row, k, asOf }] });
  }
  const since = [...standing].map(([departmentId, { asOf }]) => ({ departmentId, asOf }));
  const changed = await reportsChanged(manager, since);
  return new Map([...standing].map(([id, of]) => [id, { ...of, changed: changed.get(id) ?? 0 }]));
}

const byPeriod = ({ period: one }: SnapshotRow, { period: other }: SnapshotRow): number =>
  one < other ? -1 : one > other ? 1 : 0;

function withoutMoment({ asOf: _, ...row }: SnapshotRow): Omit<SnapshotRow, 'asOf'> {
  return { ...row };
}
