import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import type { ListFilter } from '../rules/list-question.js';
import { MOST_WATCHED } from '../rules/saved-search.js';
import { type Bind, filterConditions } from './case-list-filter.js';
import { askerOf } from './list-asker.js';

export interface Look {
  searchId: string;
  filter: ListFilter;
  /** True: what is found is known from now on, and no news */
  known: boolean;
  at: Date;
}

/**
 * Looks as that person: what is hidden from them is not found. What was not there at the last look becomes an alert, and what
 * no longer fits is forgotten, so that it is news again when it comes back. Null: it finds more than anybody is alerted to.
 */
export async function lookFor(manager: EntityManager, actor: ActorOf<'staff'>, look: Look): Promise<number | null> {
  const found = await foundBy(manager, actor, look.filter);
  if (found.length > MOST_WATCHED) return null;
  const { searchId, known } = look;
  await manager.query('DELETE FROM redress.search_alert WHERE search_id = $1 AND complaint_id <> ALL ($2::uuid[])', [
    searchId,
    found,
  ]);
  // A case may have come in a moment ago from somebody anonymous: the alert tells the hour alone, its id too.
  const at = hourOf(look.at);
  const news: unknown[] = await manager.query(
    `INSERT INTO redress.search_alert (jurisdiction_id, search_id, complaint_id, staff_id, raised_at, known, alert_id)
     SELECT c.jurisdiction_id, $1, c.id, $2, $3, $4, $5 FROM redress.complaint c WHERE c.id = ANY ($6::uuid[])
     ON CONFLICT DO NOTHING RETURNING complaint_id`,
    [searchId, actor.staffId, at, known, known ? null : newId(at), found],
  );
  return known ? 0 : news.length;
}

export async function forgetLooks(manager: EntityManager, searchId: string): Promise<void> {
  await manager.query('DELETE FROM redress.search_alert WHERE search_id = $1', [searchId]);
}

async function foundBy(manager: EntityManager, actor: ActorOf<'staff'>, filter: ListFilter): Promise<string[]> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = filterConditions(filter, await askerOf(manager, actor, filter), bind).join(' AND ');
  const statement = ['SELECT c.id FROM redress.complaint c WHERE', conditions, 'LIMIT', bind(MOST_WATCHED + 1)].join(
    ' ',
  );
  const rows: { id: string }[] = await manager.query(statement, values);
  return rows.map(({ id }) => id);
}
