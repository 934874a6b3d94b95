import type { EntityManager } from 'typeorm';
import type { NewRepresentation, RepresentationGround } from '../rules/representation-faults.js';

interface Row extends NewRepresentation {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  recordedBy: string;
  at: Date;
}

export async function insertRepresentation(manager: EntityManager, row: Row): Promise<void> {
  await manager.query(
    `INSERT INTO redress.representation (jurisdiction_id, id, complaint_id, representative_id, person_id, complaint_officer_id,
        from_day, until_day, receives, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.representativeId],
      ...[row.personId ?? null, row.complaintOfficerId ?? null, row.from, row.until ?? null],
      ...[[...row.receives], row.recordedBy, row.at],
    ],
  );
}

/** What is on record of whom this names: nobody who has left the case stands for anybody. */
export async function representationGround(
  manager: EntityManager,
  complaintId: string,
  told: NewRepresentation,
): Promise<RepresentationGround> {
  const [ground]: RepresentationGround[] = await manager.query(
    `SELECT (SELECT p.roles FROM redress.complaint_person p
              WHERE p.complaint_id = $1 AND p.id = $2 AND p.ended_at IS NULL) AS "representativeRoles",
            EXISTS (SELECT FROM redress.complaint_person p WHERE p.complaint_id = $1 AND p.id = $3 AND p.ended_at IS NULL)
              OR EXISTS (SELECT FROM redress.complaint_officer o WHERE o.complaint_id = $1 AND o.id = $4) AS "representedThere",
            EXISTS (SELECT FROM redress.representation r WHERE r.complaint_id = $1 AND r.representative_id = $2
              AND (r.person_id = $3 OR r.complaint_officer_id = $4)
              AND daterange(r.from_day, r.until_day, '[]') && daterange($5, CASE WHEN $6::date >= $5::date THEN $6::date END, '[]')) AS overlaps`,
    [
      ...[complaintId, told.representativeId, told.personId ?? null, told.complaintOfficerId ?? null],
      ...[told.from, told.until ?? null],
    ],
  );
  return ground ?? { representativeRoles: null, representedThere: false, overlaps: false };
}

export interface StandingRepresentation {
  from: string;
  until: string | null;
  ended: boolean;
}

/** Null when the case has none with this id. */
export async function representationOf(
  manager: EntityManager,
  complaintId: string,
  representationId: string,
): Promise<StandingRepresentation | null> {
  const rows: StandingRepresentation[] = await manager.query(
    `SELECT from_day::text AS "from", until_day::text AS until, ended_at IS NOT NULL AS ended
       FROM redress.representation WHERE complaint_id = $1 AND id = $2`,
    [complaintId, representationId],
  );
  return rows[0] ?? null;
}

interface End {
  until: string;
  by: string;
  at: Date;
}

export async function endRepresentationRow(manager: EntityManager, id: string, { until, by, at }: End): Promise<void> {
  await manager.query(
    'UPDATE redress.representation SET until_day = $2, ended_by = $3, ended_at = $4 WHERE id = $1 AND ended_at IS NULL',
    [id, until, by, at],
  );
}

/** Whoever leaves a case stands for nobody in it, and nobody for them. Returns what ended with that. */
export async function endRepresentationsWith(
  manager: EntityManager,
  personId: string,
  { until, by, at }: End,
): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `UPDATE redress.representation SET until_day = greatest(from_day, least(until_day, $2::date)), ended_by = $3, ended_at = $4
      WHERE (representative_id = $1 OR person_id = $1) AND ended_at IS NULL AND coalesce(until_day >= $2::date, true) RETURNING id`,
    [personId, until, by, at],
  );
  return rows.map(({ id }) => id);
}
