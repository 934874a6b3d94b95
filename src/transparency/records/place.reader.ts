import type { EntityManager } from 'typeorm';

export interface Place {
  slug: string;
  name: string;
}

/** The jurisdiction's public names: they stand in the address of everything that it publishes. */
export async function placeOf(manager: EntityManager, jurisdictionId: string): Promise<Place> {
  const rows: Place[] = await manager.query('SELECT slug, name FROM redress.jurisdiction WHERE id = $1', [
    jurisdictionId,
  ]);
  if (!rows[0]) throw new Error(`There is no jurisdiction ${jurisdictionId}.`);
  return rows[0];
}
