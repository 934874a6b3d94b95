import { placeReach, type ReachedBy, reachedIn, tableReach, type TableReach } from '../../identity/index.js';
import { STAFF_ROLES } from '../../shared/actor.js';

/** A table's policy by_role, as its two expressions. */
export interface RolePolicy {
  table: string;
  /** USING: which rows are there for whoever reads or changes them */
  reads: string;
  /** WITH CHECK: which rows may be left behind */
  writes: string;
}

/** The policy of each table, by its name; made of the one table of who reaches what. */
export function rolePolicies(
  reach: Readonly<Record<string, TableReach>> = { ...tableReach, ...placeReach },
): RolePolicy[] {
  return Object.entries(reach)
    .map(([table, of]) => ({ table, reads: condition(of, 'read'), writes: condition(of, 'write') }))
    .sort((one, other) => (one.table < other.table ? -1 : 1));
}

/**
 * The database's own questions (migration 0068), each in a SELECT of its own: PostgreSQL asks it once a statement, and the
 * later ones only when a row makes it necessary.
 */
function condition(reach: TableReach, way: 'read' | 'write'): string {
  const { columns = ['complaint_id'], own } = reach;
  const { any = [], own: themselves = [], ...related }: ReachedBy = reachedIn(reach, way);
  if (any.length === STAFF_ROLES.length) return 'true';
  const arms = [`(SELECT redress.reaches_all(${textArray(any)}))`];
  if (themselves.length > 0) {
    if (own === undefined) throw new Error('A table that is reached by own rows names the column of the person.');
    arms.push(`${own} = (SELECT redress.oneself_as(${textArray(themselves)}))`);
  }
  const ways = Object.entries(related).flatMap(([relation, roles]) => roles.map((role) => `${relation}:${role}`));
  if (ways.length > 0)
    arms.push(...columns.map((column) => `${column} IN (SELECT redress.reached_cases(${textArray(ways)}))`));
  return arms.join(' OR ');
}

/** Names of roles, relations and columns are constants of the program. */
const textArray = (words: readonly string[]): string => `'{${words.join(',')}}'::text[]`;
