import type { EntityManager } from 'typeorm';

export interface DepartmentRow {
  jurisdictionId: string;
  id: string;
  name: string;
  ori: string | null;
  county: string | null;
}

/** False when a department of that name and county, or with that ORI, is there already. */
export async function insertDepartment(manager: EntityManager, department: DepartmentRow): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name, ori, county)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
    [department.jurisdictionId, department.id, department.name, department.ori, department.county],
  );
  return rows.length === 1;
}

export async function departmentExists(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.department WHERE id = $1', [id]);
  return rows.length === 1;
}
