import type { EntityManager } from 'typeorm';
import type { Cadence, SavedQuestion } from '../rules/saved-search.js';

export interface NewSearch {
  name: string;
  question: SavedQuestion;
  cadence: Cadence;
  /** Whether others of the office find it among theirs */
  shared: boolean;
}

export interface HeldSearch extends NewSearch {
  searchId: string;
}

/** False: this person has one of that name. */
export async function insertSearch(
  manager: EntityManager,
  search: HeldSearch & { jurisdictionId: string; staffId: string; at: Date },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.saved_search (jurisdiction_id, id, staff_id, name, question, cadence, shared, created_at, looked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT (jurisdiction_id, staff_id, name) DO NOTHING RETURNING id`,
    [
      ...[search.jurisdictionId, search.searchId, search.staffId, search.name],
      ...[JSON.stringify(search.question), search.cadence, search.shared, search.at],
    ],
  );
  return rows.length === 1;
}

export async function updateSearch(manager: EntityManager, search: HeldSearch & { at: Date }): Promise<void> {
  await manager.query(
    `UPDATE redress.saved_search SET name = $2, question = $3, cadence = $4, shared = $5, looked_at = $6, too_wide = false
      WHERE id = $1`,
    [search.searchId, search.name, JSON.stringify(search.question), search.cadence, search.shared, search.at],
  );
}

/** Their own, held until the transaction ends, so that a look and a change do not cross. Null when it is not theirs. */
export async function holdOwnSearch(
  manager: EntityManager,
  searchId: string,
  staffId: string,
): Promise<HeldSearch | null> {
  const rows: HeldSearch[] = await manager.query(
    `SELECT id AS "searchId", name, question, cadence, shared FROM redress.saved_search
      WHERE id = $1 AND staff_id = $2 FOR UPDATE`,
    [searchId, staffId],
  );
  return rows[0] ?? null;
}

export async function isNamedSo(
  manager: EntityManager,
  { staffId, name, except }: { staffId: string; name: string; except: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.saved_search WHERE staff_id = $1 AND name = $2 AND id <> $3',
    [staffId, name, except],
  );
  return rows.length > 0;
}

export async function countSearches(manager: EntityManager, staffId: string): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    'SELECT count(*)::int AS count FROM redress.saved_search WHERE staff_id = $1',
    [staffId],
  );
  return rows[0]?.count ?? 0;
}

/** With its alerts. */
export async function deleteSearch(manager: EntityManager, searchId: string): Promise<void> {
  await manager.query('DELETE FROM redress.saved_search WHERE id = $1', [searchId]);
}

export async function noteLook(
  manager: EntityManager,
  { searchId, at, tooWide }: { searchId: string; at: Date; tooWide: boolean },
): Promise<void> {
  await manager.query('UPDATE redress.saved_search SET looked_at = $2, too_wide = $3 WHERE id = $1', [
    searchId,
    at,
    tooWide,
  ]);
}
