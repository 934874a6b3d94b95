import type { EntityManager } from 'typeorm';
import type { AppealEffect } from '../../charter/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';

export interface NewOfficerAppeal {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  allegationId: string;
  route: string;
  filedOn: string;
  /** ISO date; null: the charter sets none */
  untilDay: string | null;
  recordedBy: string;
  at: Date;
}

export async function insertOfficerAppeal(manager: EntityManager, appeal: NewOfficerAppeal): Promise<void> {
  await manager.query(
    `INSERT INTO redress.officer_appeal (jurisdiction_id, id, complaint_id, allegation_id, route, filed_on, until_day,
        recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[appeal.jurisdictionId, appeal.id, appeal.complaintId, appeal.allegationId, appeal.route],
      ...[appeal.filedOn, appeal.untilDay, appeal.recordedBy, appeal.at],
    ],
  );
}

export async function hasPendingAppeal(manager: EntityManager, allegationId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.officer_appeal p WHERE p.allegation_id = $1
        AND NOT EXISTS (SELECT FROM redress.officer_award w WHERE w.appeal_id = p.id)`,
    [allegationId],
  );
  return rows.length > 0;
}

export interface FiledAppeal {
  allegationId: string;
  route: string;
  filedOn: string;
  decided: boolean;
}

/** @throws NotFound */
export async function findAppeal(manager: EntityManager, complaintId: string, id: string): Promise<FiledAppeal> {
  const rows: FiledAppeal[] = await manager.query(
    `SELECT p.allegation_id AS "allegationId", p.route, p.filed_on::text AS "filedOn", w.appeal_id IS NOT NULL AS decided
       FROM redress.officer_appeal p
       LEFT JOIN redress.officer_award w ON w.jurisdiction_id = p.jurisdiction_id AND w.appeal_id = p.id
      WHERE p.complaint_id = $1 AND p.id = $2`,
    [complaintId, id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export interface NewAward {
  jurisdictionId: string;
  appealId: string;
  complaintId: string;
  allegationId: string;
  outcome: string;
  effect: AppealEffect;
  disciplineKind: string | null;
  disciplineDays: number | null;
  reasonsCipher: Buffer;
  decidedOn: string;
  recordedBy: string;
  at: Date;
}

export async function insertAward(manager: EntityManager, award: NewAward): Promise<void> {
  await manager.query(
    `INSERT INTO redress.officer_award (jurisdiction_id, appeal_id, complaint_id, allegation_id, outcome, effect,
        discipline_kind, discipline_days, reasons_cipher, decided_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[award.jurisdictionId, award.appealId, award.complaintId, award.allegationId, award.outcome, award.effect],
      ...[award.disciplineKind, award.disciplineDays, award.reasonsCipher, award.decidedOn, award.recordedBy, award.at],
    ],
  );
}
