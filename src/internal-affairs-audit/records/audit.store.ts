import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import type { AuditClass } from '../rules/audit-plan.js';
import { AUDIT_MOVES, type AuditStatus } from '../rules/audit-status.js';

export interface NewAudit {
  jurisdictionId: string;
  id: string;
  charterId: string;
  title: string;
  periodFrom: string;
  periodTo: string;
  source: 'cases' | 'list';
  method: 'random' | 'all';
  sampleSize: number | null;
  class: AuditClass;
  plannedBy: string;
  at: Date;
}

export async function insertAudit(manager: EntityManager, audit: NewAudit): Promise<void> {
  await manager.query(
    `INSERT INTO redress.affairs_audit (jurisdiction_id, id, charter_id, title, period_from, period_to, source, method, sample_size,
        class, status, planned_by, planned_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', $11, $12)`,
    [
      ...[audit.jurisdictionId, audit.id, audit.charterId, audit.title, audit.periodFrom, audit.periodTo, audit.source],
      ...[audit.method, audit.sampleSize, JSON.stringify(audit.class), audit.plannedBy, audit.at],
    ],
  );
}

export interface HeldAudit {
  id: string;
  charterId: string;
  method: 'random' | 'all';
  sampleSize: number | null;
  status: AuditStatus;
  answerDueOn: string | null;
}

/** Held until the transaction ends. @throws NotFound */
export async function holdAudit(manager: EntityManager, id: string): Promise<HeldAudit> {
  const rows: HeldAudit[] = await manager.query(
    `SELECT id, charter_id AS "charterId", method, sample_size AS "sampleSize", status, answer_due_on::text AS "answerDueOn"
       FROM redress.affairs_audit WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** @throws RuleBroken audit-status-forbids (409) */
export function requireStatus({ status }: HeldAudit, whileIn: readonly AuditStatus[]): void {
  if (whileIn.includes(status)) return;
  throw new RuleBroken(
    'audit-status-forbids',
    `The audit is ${status}; this is done while it is ${whileIn.join(' or ')}.`,
  );
}

/** @throws RuleBroken audit-status-forbids (409) */
export async function moveAudit(
  manager: EntityManager,
  { id, status: from, answerDueOn }: HeldAudit,
  to: AuditStatus,
  dueOn: string | null = answerDueOn,
): Promise<void> {
  if (!canGo(AUDIT_MOVES, from, to)) throw new RuleBroken('audit-status-forbids', cannotGo(AUDIT_MOVES, from, to));
  await manager.query('UPDATE redress.affairs_audit SET status = $2, answer_due_on = $3 WHERE id = $1', [
    id,
    to,
    dueOn,
  ]);
}
