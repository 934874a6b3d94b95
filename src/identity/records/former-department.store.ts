import type { EntityManager } from 'typeorm';

/** `missing`: there is no such person, or no such department, here. `known`: it was noted before. */
export async function insertFormerDepartment(
  manager: EntityManager,
  former: { jurisdictionId: string; staffId: string; departmentId: string; until?: string | undefined },
): Promise<'inserted' | 'missing' | 'known'> {
  const { jurisdictionId, staffId, departmentId, until = null } = former;
  const there: unknown[] = await manager.query(
    'SELECT FROM redress.staff s, redress.department d WHERE s.id = $1 AND d.id = $2',
    [staffId, departmentId],
  );
  if (there.length === 0) return 'missing';
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.staff_former_department (jurisdiction_id, staff_id, department_id, until_day)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING staff_id`,
    [jurisdictionId, staffId, departmentId, until],
  );
  return rows.length === 1 ? 'inserted' : 'known';
}
