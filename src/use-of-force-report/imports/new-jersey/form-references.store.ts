import type { EntityManager } from 'typeorm';
import type { NewDepartment, NewOfficer } from './form-references.js';

export async function allDepartments(manager: EntityManager): Promise<NewDepartment[]> {
  return manager.query('SELECT id, name, county FROM redress.department');
}

/** Those that are not there yet, in one order whoever writes them, so that two imports do not wait for each other in a ring. */
export async function insertReferences(
  manager: EntityManager,
  jurisdictionId: string,
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
    `INSERT INTO redress.officer (jurisdiction_id, id, department_id, source, source_key)
     SELECT $1, id, department_id, 'new-jersey', key FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS told (id, key, department_id)
     ORDER BY id ON CONFLICT (jurisdiction_id, source, source_key) DO NOTHING RETURNING 1`,
    [
      jurisdictionId,
      officers.map(({ id }) => id),
      officers.map(({ key }) => key),
      officers.map(({ departmentId }) => departmentId),
    ],
  );
  return { departments: newDepartments.length, officers: newOfficers.length };
}
