import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { Discipline } from '../rules/discipline.js';

export interface NewDiscipline extends Omit<Discipline, 'kind'> {
  /** Null: what was imposed is taken away */
  kind: string | null;
  jurisdictionId: string;
  complaintId: string;
  allegationId: string;
  stage: 'recommended' | 'imposed';
  at: Date;
}

/** Recommended and imposed are kept apart; one that stands at its stage already is superseded and stays. */
export async function insertDiscipline(manager: EntityManager, discipline: NewDiscipline): Promise<void> {
  await manager.query(
    `INSERT INTO redress.discipline (jurisdiction_id, id, complaint_id, allegation_id, stage, kind, days, recorded_at, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
       (SELECT d.id FROM redress.discipline d WHERE d.allegation_id = $4 AND d.stage = $5
          AND NOT EXISTS (SELECT FROM redress.discipline later WHERE later.supersedes = d.id)))`,
    [
      discipline.jurisdictionId,
      newId(),
      discipline.complaintId,
      discipline.allegationId,
      discipline.stage,
      discipline.kind,
      discipline.days,
      discipline.at,
    ],
  );
}

/**
 * Whether the board's finding that stands, of those since the case came before it last, is that the allegation is sustained,
 * in the sense common to all charters.
 */
export async function isSustainedByBoard(manager: EntityManager, allegationId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.finding f WHERE f.allegation_id = $1 AND f.stage = 'board' AND f.generic_class = 'sustained'
        AND coalesce(f.recorded_at >= redress.before_board_since(f.complaint_id), true)
        AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)`,
    [allegationId],
  );
  return rows.length === 1;
}

export interface ImposedDiscipline extends Discipline {
  /** ISO date, where the agency is */
  on: string;
}

/** What is imposed for the allegation and stands; null: nothing was, or it was taken away. */
export async function standingImposed(
  manager: EntityManager,
  complaintId: string,
  allegationId: string,
): Promise<ImposedDiscipline | null> {
  const rows: (Omit<ImposedDiscipline, 'kind'> & { kind: string | null })[] = await manager.query(
    `SELECT d.kind, d.days, (d.recorded_at AT TIME ZONE j.time_zone)::date::text AS on FROM redress.discipline d
       JOIN redress.jurisdiction j ON j.id = d.jurisdiction_id
      WHERE d.complaint_id = $1 AND d.allegation_id = $2 AND d.stage = 'imposed'
        AND NOT EXISTS (SELECT FROM redress.discipline later WHERE later.supersedes = d.id)`,
    [complaintId, allegationId],
  );
  const [row] = rows;
  return row && row.kind !== null ? { ...row, kind: row.kind } : null;
}
