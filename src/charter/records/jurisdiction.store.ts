import type { EntityManager } from 'typeorm';

export async function insertJurisdiction(
  manager: EntityManager,
  row: { id: string; slug: string; name: string; timeZone: string },
): Promise<void> {
  await manager.query('INSERT INTO redress.jurisdiction (id, slug, name, time_zone) VALUES ($1, $2, $3, $4)', [
    row.id,
    row.slug,
    row.name,
    row.timeZone,
  ]);
}
