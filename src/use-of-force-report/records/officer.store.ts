import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';

/** An officer as a report names them. */
export interface NamedOfficer {
  badgeNumber: string;
  race?: string | null | undefined;
  gender?: string | null | undefined;
  rank?: string | null | undefined;
}

/**
 * Makes officers known whose badge this department had not named before; returns the ids of those. Send them in the order
 * of their badges: two submissions at once then wait for each other instead of standing in each other's way.
 */
export async function registerOfficers(
  manager: EntityManager,
  department: { jurisdictionId: string; departmentId: string },
  officers: readonly NamedOfficer[],
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO redress.officer (jurisdiction_id, department_id, id, badge_number, race, gender, rank)
     SELECT $1, $2, told.*
       FROM jsonb_to_recordset($3::jsonb) AS told (id uuid, "badgeNumber" text, race text, gender text, rank text)
     ON CONFLICT (jurisdiction_id, department_id, badge_number) WHERE badge_number IS NOT NULL DO NOTHING
     RETURNING id`,
    [
      department.jurisdictionId,
      department.departmentId,
      JSON.stringify(officers.map((officer) => ({ ...officer, id: newId() }))),
    ],
  );
  return rows.map(({ id }) => id);
}

/** By badge number. */
export async function findOfficerIds(
  manager: EntityManager,
  departmentId: string,
  badges: readonly string[],
): Promise<Map<string, string>> {
  const rows: { badge: string; id: string }[] = await manager.query(
    'SELECT badge_number AS badge, id FROM redress.officer WHERE department_id = $1 AND badge_number = ANY ($2)',
    [departmentId, badges],
  );
  return new Map(rows.map(({ badge, id }) => [badge, id]));
}
