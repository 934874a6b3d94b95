import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { readsAllCases } from './list-asker.js';

/** How many alerts of saved searches this person has not read, of cases that they may see. */
export async function unreadAlertsOf(manager: EntityManager, { staffId, roles }: ActorOf<'staff'>): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(DISTINCT a.alert_id)::int AS count FROM redress.search_alert a
      WHERE a.staff_id = $1 AND NOT a.known AND a.seen_at IS NULL AND $3::boolean
        AND ($2::boolean OR EXISTS (SELECT FROM redress.assignment g WHERE g.jurisdiction_id = a.jurisdiction_id
          AND g.complaint_id = a.complaint_id AND g.staff_id = $1 AND g.ended_at IS NULL))`,
    [staffId, readsAllCases(roles), holdsEverywhere('saved-search.use', roles)],
  );
  return rows[0]?.count ?? 0;
}
