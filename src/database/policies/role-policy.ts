import {
  placeReach,
  type ReachedBy,
  reachedBy,
  reachedInPlace,
  tableReach,
  type TableReach,
} from '../../identity/index.js';
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
  ofCases: Readonly<Record<string, TableReach>> = tableReach,
  ofPlace: Readonly<Record<string, TableReach>> = placeReach,
): RolePolicy[] {
  const bound = Object.entries(ofCases).map(([table, { read, write, columns = ['complaint_id'], own }]) => ({
    table,
    reads: condition(reachedBy(read), columns, own),
    writes: condition(reachedBy(write), columns, own),
  }));
  const unbound = Object.entries(ofPlace).map(([table, { read, write, own }]) => ({
    table,
    reads: condition(reachedInPlace(reachedBy(read)), [], own),
    writes: condition(reachedInPlace(reachedBy(write)), [], own),
  }));
  return [...bound, ...unbound].sort((one, other) => (one.table < other.table ? -1 : 1));
}

/**
 * The database's own questions (migration 0068), each in a SELECT of its own: PostgreSQL asks it once a statement, and the
 * later ones only when a row makes it necessary.
 */
function condition(by: ReachedBy, columns: readonly string[], own: string | undefined): string {
  const { any = [], own: themselves = [], ...related } = by;
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
