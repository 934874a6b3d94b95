import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { AmendmentKind } from '../rules/amendment-kind.js';
import { type FieldChange, fieldDiff } from '../rules/field-diff.js';

/** One telling of a report. */
export interface ReportVersion {
  /** counting from 1, in the order told */
  number: number;
  submittedAt: Date;
  /** How it came to be told anew; null for the first, and for one that answered a return */
  amendment: { kind: AmendmentKind; reason: string; amendedAt: string } | null;
  /** When it was taken back after this telling, and why */
  withdrawal: { reason: string; amendedAt: string } | null;
  /** Word for word */
  report: unknown;
}

/** A telling begins where the one before ends: `until` is the report's last version under it, null for the one that stands. */
const TELLINGS = `
  WITH telling AS (
    SELECT version AS until, submitted_at, original FROM redress.use_of_force_former_submission WHERE report_id = $1
    UNION ALL
    SELECT NULL, submitted_at, original::jsonb FROM redress.use_of_force_report WHERE id = $1
  ), numbered AS (
    SELECT row_number() OVER (ORDER BY until NULLS LAST)::int AS number, until, submitted_at, original,
           coalesce(lag(until) OVER (ORDER BY until NULLS LAST), 0) + 1 AS since FROM telling
  )
  SELECT n.number, n.submitted_at AS "submittedAt", n.original AS report,
         CASE WHEN a.kind IS NULL THEN NULL ELSE
           json_build_object('kind', a.kind, 'reason', a.reason, 'amendedAt', a.amended_at) END AS amendment,
         CASE WHEN w.kind IS NULL THEN NULL ELSE json_build_object('reason', w.reason, 'amendedAt', w.amended_at) END AS withdrawal
    FROM numbered n
    LEFT JOIN redress.use_of_force_amendment a ON a.report_id = $1 AND a.version = n.since AND a.kind <> 'withdraw'
    LEFT JOIN redress.use_of_force_amendment w ON w.report_id = $1 AND w.kind = 'withdraw'
      AND w.version >= n.since AND (n.until IS NULL OR w.version <= n.until)
   WHERE EXISTS (SELECT FROM redress.use_of_force_report r WHERE r.id = $1 AND ($2::uuid IS NULL OR r.department_id = $2))
   ORDER BY n.number`;

/** Everything that was ever told of a report. Give a department's id, and another's reports are not there. */
@Injectable()
export class ReportVersionReader {
  constructor(private readonly database: CaseDatabase) {}

  /** In the order told. @throws NotFound */
  async all(actor: Actor, reportId: string, departmentId: string | null = null): Promise<ReportVersion[]> {
    const versions: ReportVersion[] = await this.database.read(actor, (manager) =>
      manager.query(TELLINGS, [reportId, departmentId]),
    );
    if (versions.length === 0) throw new NotFound();
    return versions;
  }

  /** What the n-th telling changed of the one before; of the first, nothing. @throws NotFound */
  async diff(
    actor: Actor,
    { reportId, number }: { reportId: string; number: number },
    departmentId: string | null = null,
  ): Promise<{ number: number; changes: FieldChange[] }> {
    const versions = await this.all(actor, reportId, departmentId);
    const told = versions[number - 1];
    if (!told) throw new NotFound();
    const before = versions[number - 2];
    return { number, changes: before ? fieldDiff(before.report, told.report) : [] };
  }
}
