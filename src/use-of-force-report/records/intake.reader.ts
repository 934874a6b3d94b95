import type { EntityManager } from 'typeorm';
import { charterInForce, type ReportingProgramme } from '../../charter/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { localDay } from '../../shared/local-day.js';
import type { LocalHour } from '../rules/reporting-limit.js';
import { type Terms, termsOf } from '../rules/terms.js';

/** The ORIs that a department reports for: its own and those under contract. */
export interface Oris {
  /** The one that is meant when a report names none; null when the department has none */
  own: string | null;
  all: ReadonlySet<string>;
}

/** Under what a department's reports come in. */
export interface Intake {
  actor: ActorOf<'department'>;
  charterId: string;
  at: Date;
  now: LocalHour;
  programmes: readonly ReportingProgramme[];
  oris: Oris;
  /** Officers by badge, as far as this submission has met them already: they do not go away */
  officers: Map<string, string>;
}

export async function readIntake(
  manager: EntityManager,
  actor: ActorOf<'department'>,
  at: Date,
): Promise<{ intake: Intake; terms: Terms }> {
  const charter = await charterInForce(manager, at);
  const now = await localHourAt(manager, actor.jurisdictionId, at);
  const { programmes } = charter.document.forceReporting;
  const oris = await orisOf(manager, actor.departmentId);
  return {
    intake: { actor, charterId: charter.id, at, now, programmes, oris, officers: new Map() },
    terms: termsOf(charter.document, now.day),
  };
}

/** What the clock on the wall says there. */
export async function localHourAt(manager: EntityManager, jurisdictionId: string, at: Date): Promise<LocalHour> {
  const rows: { timeZone: string }[] = await manager.query(
    'SELECT time_zone AS "timeZone" FROM redress.jurisdiction WHERE id = $1',
    [jurisdictionId],
  );
  const timeZone = rows[0]?.timeZone ?? 'UTC';
  return { day: localDay(at, timeZone), hour: localHour(at, timeZone) };
}

async function orisOf(manager: EntityManager, departmentId: string): Promise<Oris> {
  const rows: { ori: string; own: boolean }[] = await manager.query(
    `SELECT r.ori, r.department_id = $1 AS own FROM redress.reporting_ori r
       JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = $1
      WHERE r.reported_by = $1 ORDER BY r.ori = d.ori DESC NULLS LAST, r.ori`,
    [departmentId],
  );
  return { own: rows.find(({ own }) => own)?.ori ?? null, all: new Set(rows.map(({ ori }) => ori)) };
}

function localHour(at: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}
