import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { EscalationOutcome, StepTaken } from '../rules/escalation-refused.js';

export interface NewEscalation {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  recommendationId: string;
  step: string;
  begunOn: string;
  days: number;
  begunBy: string;
  at: Date;
}

/** Returns the day until which the step may take: YYYY-MM-DD. */
export async function insertEscalation(manager: EntityManager, escalation: NewEscalation): Promise<string> {
  const { jurisdictionId, id, complaintId, recommendationId, step, begunOn, days, begunBy, at } = escalation;
  const rows: { dueOn: string }[] = await manager.query(
    `INSERT INTO redress.escalation (jurisdiction_id, id, complaint_id, recommendation_id, step, begun_on, due_on, begun_by, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6::date, $6::date + $7::integer, $8, $9) RETURNING due_on::text AS "dueOn"`,
    [jurisdictionId, id, complaintId, recommendationId, step, begunOn, days, begunBy, at],
  );
  return rows[0]?.dueOn ?? '';
}

export async function stepsTaken(manager: EntityManager, recommendationId: string): Promise<StepTaken[]> {
  return manager.query(
    `SELECT x.step, e.outcome FROM redress.escalation x
       LEFT JOIN redress.escalation_end e ON e.jurisdiction_id = x.jurisdiction_id AND e.escalation_id = x.id
      WHERE x.recommendation_id = $1 ORDER BY x.begun_at, x.id`,
    [recommendationId],
  );
}

export interface OpenEscalation {
  recommendationId: string;
  step: string;
  begunOn: string;
  ended: boolean;
}

/** @throws NotFound */
export async function findEscalation(manager: EntityManager, complaintId: string, id: string): Promise<OpenEscalation> {
  const rows: OpenEscalation[] = await manager.query(
    `SELECT x.recommendation_id AS "recommendationId", x.step, x.begun_on::text AS "begunOn", e.outcome IS NOT NULL AS ended
       FROM redress.escalation x
       LEFT JOIN redress.escalation_end e ON e.jurisdiction_id = x.jurisdiction_id AND e.escalation_id = x.id
      WHERE x.complaint_id = $1 AND x.id = $2`,
    [complaintId, id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export interface EscalationEnd {
  jurisdictionId: string;
  escalationId: string;
  complaintId: string;
  outcome: EscalationOutcome;
  disciplineKind: string | null;
  disciplineDays: number | null;
  reasonsCipher: Buffer;
  endedOn: string;
  endedBy: string;
  at: Date;
}

export async function insertEscalationEnd(manager: EntityManager, end: EscalationEnd): Promise<void> {
  await manager.query(
    `INSERT INTO redress.escalation_end (jurisdiction_id, escalation_id, complaint_id, outcome, discipline_kind,
        discipline_days, reasons_cipher, ended_on, ended_by, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[end.jurisdictionId, end.escalationId, end.complaintId, end.outcome, end.disciplineKind],
      ...[end.disciplineDays, end.reasonsCipher, end.endedOn, end.endedBy, end.at],
    ],
  );
}
