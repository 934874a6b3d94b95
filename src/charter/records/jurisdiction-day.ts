import type { EntityManager } from 'typeorm';
import { localDay } from '../../shared/local-day.js';

/** The date (YYYY-MM-DD) where the agency is: "not after today" means its today. */
export async function jurisdictionDay(manager: EntityManager, jurisdictionId: string, at: Date): Promise<string> {
  const rows: { timeZone: string }[] = await manager.query(
    'SELECT time_zone AS "timeZone" FROM redress.jurisdiction WHERE id = $1',
    [jurisdictionId],
  );
  return localDay(at, rows[0]?.timeZone ?? 'UTC');
}
