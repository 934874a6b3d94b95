import type { EntityManager } from 'typeorm';

/** The name of a place in addresses. */
export async function jurisdictionSlug(manager: EntityManager, jurisdictionId: string): Promise<string> {
  const rows: { slug: string }[] = await manager.query('SELECT slug FROM redress.jurisdiction WHERE id = $1', [
    jurisdictionId,
  ]);
  return rows[0]?.slug ?? '';
}
