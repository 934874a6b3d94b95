import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { reviewDue } from '../rules/review-due.js';

export interface WaitingReview {
  reportId: string;
  departmentId: string;
  departmentName: string;
  reportNumber: string;
  status: 'submitted' | 'in_review';
  version: number;
  level: string;
  levelLabel: string;
  roles: string[];
  openedAt: Date;
  dueAt: Date;
  late: boolean;
}

type Row = Omit<WaitingReview, 'level' | 'levelLabel' | 'roles' | 'dueAt' | 'late'> & {
  charterId: string;
  timeZone: string;
  position: number;
};

const WAITING = `
  SELECT r.id AS "reportId", r.department_id AS "departmentId", d.name AS "departmentName", r.report_number AS "reportNumber",
         r.status, r.version, r.charter_id AS "charterId", r.review_level AS position, j.time_zone AS "timeZone",
         coalesce(r.level_opened_at, r.submitted_at) AS "openedAt"
    FROM redress.use_of_force_report r
    JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
    JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
   WHERE r.status IN ('submitted', 'in_review') AND ($1::uuid IS NULL OR r.department_id = $1)
     AND ($2::uuid IS NULL OR r.id > $2)
   ORDER BY r.id LIMIT $3`;

/** Reports that wait for a level's decision, those that came first before the others, each with its clock. */
@Injectable()
export class WaitingReviewReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    wanted: { departmentId?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<{ reports: WaitingReview[]; next: string | null }> {
    const { departmentId = null, after = null, limit } = wanted;
    const now = this.clock.now();
    return this.database.read(actor, async (manager) => {
      const rows: Row[] = await manager.query(WAITING, [departmentId, after, limit + 1]);
      const reports: WaitingReview[] = [];
      for (const row of rows.slice(0, limit)) reports.push(await clocked(manager, row, now));
      return { reports, next: rows.length > limit ? (reports.at(-1)?.reportId ?? null) : null };
    });
  }
}

async function clocked(manager: EntityManager, row: Row, now: Date): Promise<WaitingReview> {
  const { charterId, timeZone, position, ...report } = row;
  const { forceReview } = (await charterById(manager, charterId)).document;
  const level = forceReview.levels[position - 1];
  if (!level) throw new Error(`Report ${row.reportId} is at a level that its charter does not have.`);
  const dueAt = reviewDue(level, row.openedAt, timeZone);
  return { ...report, level: level.code, levelLabel: level.label, roles: [...level.roles], dueAt, late: now >= dueAt };
}
