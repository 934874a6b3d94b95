import type { EntityManager } from 'typeorm';

export interface NewDepartment {
  id: string;
  name: string;
  county: string | null;
}

/** `key`: what the source knows them by. `badge`: where that is the department's own number. */
export interface NewOfficer {
  id: string;
  key: string;
  departmentId: string;
  badge: string | null;
}

export interface KnownOfficer {
  id: string;
  departmentId: string;
  badge: string;
}

export async function allDepartments(manager: EntityManager): Promise<NewDepartment[]> {
  return manager.query('SELECT id, name, county FROM redress.department');
}

export async function officersWithBadges(manager: EntityManager): Promise<KnownOfficer[]> {
  return manager.query(
    'SELECT id, department_id AS "departmentId", badge_number AS badge FROM redress.officer WHERE badge_number IS NOT NULL',
  );
}

/** Those that are not there yet, in one order whoever writes them, so that two imports do not wait for each other in a ring. */
export async function insertReferences(
  manager: EntityManager,
  { jurisdictionId, source }: { jurisdictionId: string; source: string },
  departments: readonly NewDepartment[],
  officers: readonly NewOfficer[],
): Promise<{ departments: number; officers: number }> {
  const newDepartments: unknown[] = await manager.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name, county)
     SELECT $1, id, name, county FROM unnest($2::uuid[], $3::text[], $4::text[]) AS told (id, name, county)
     ORDER BY id ON CONFLICT DO NOTHING RETURNING 1`,
    [
      jurisdictionId,
      departments.map(({ id }) => id),
      departments.map(({ name }) => name),
      departments.map(({ county }) => county),
    ],
  );
  const newOfficers: unknown[] = await manager.query(
    `INSERT INTO redress.officer (jurisdiction_id, id, department_id, source, source_key, badge_number)
     SELECT $1, id, department_id, $2, key, badge
       FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[]) AS told (id, key, department_id, badge)
     ORDER BY id ON CONFLICT DO NOTHING RETURNING 1`,
    [
      jurisdictionId,
      source,
      officers.map(({ id }) => id),
      officers.map(({ key }) => key),
      officers.map(({ departmentId }) => departmentId),
      officers.map(({ badge }) => badge),
    ],
  );
  return { departments: newDepartments.length, officers: newOfficers.length };
}
