import type { EntityManager } from 'typeorm';

/** A report, and the number of another that tells the same. */
export interface Duplicate {
  id: string;
  number: string;
}

/** So many of the same day, hour and place are looked at, whatever a department sends. */
const MOST_CANDIDATES = 50;

/**
 * Of reports just taken in: those beside which another stands that tells of the same day, hour and place and of somebody
 * alike. Officers of one incident each report on it under its one number: only where they share an officer is it suspected.
 */
export async function findDuplicates(
  manager: EntityManager,
  departmentId: string,
  ids: readonly string[],
): Promise<Duplicate[]> {
  return manager.query(
    `SELECT r.id, found.number
       FROM redress.use_of_force_report r
       CROSS JOIN LATERAL (
         SELECT candidate.report_number AS number FROM (
           SELECT other.id, other.report_number, other.incident_number FROM redress.use_of_force_report other
            WHERE other.department_id = r.department_id AND other.occurred_on = r.occurred_on
              AND other.occurred_hour = r.occurred_hour AND other.municipality = r.municipality AND other.id <> r.id
              AND other.status <> 'withdrawn' AND other.ori IS NOT DISTINCT FROM r.ori LIMIT $3) candidate
          WHERE EXISTS (SELECT FROM redress.use_of_force_subject mine
              JOIN redress.use_of_force_subject theirs ON theirs.report_id = candidate.id AND theirs.kind = mine.kind
               AND theirs.race = mine.race AND theirs.gender = mine.gender AND theirs.age = mine.age
             WHERE mine.report_id = r.id)
            AND (candidate.incident_number <> r.incident_number
              OR EXISTS (SELECT FROM redress.use_of_force_officer mine
                JOIN redress.use_of_force_officer theirs ON theirs.report_id = candidate.id AND theirs.officer_id = mine.officer_id
               WHERE mine.report_id = r.id))
          LIMIT 1) found
      WHERE r.department_id = $1 AND r.id = ANY ($2)`,
    [departmentId, ids, MOST_CANDIDATES],
  );
}
