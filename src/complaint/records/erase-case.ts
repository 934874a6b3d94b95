import type { EntityManager } from 'typeorm';

/**
 * Destroys the case: its key, its texts, what could tell whose it was. The database looks by itself whether two people have
 * decided it and nothing holds it (docs/decisions/0021). @throws RD021, RD022 of the database (409)
 */
export async function eraseCase(
  manager: EntityManager,
  complaintId: string,
  warrantId: string,
  at: Date,
): Promise<void> {
  await manager.query('SELECT redress.erase($1, $2, $3)', [complaintId, warrantId, at]);
}
