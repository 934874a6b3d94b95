import { createHash } from 'node:crypto';
import { type RolePolicy, rolePolicies } from './role-policy.js';

/** What both a pool and TypeORM's data source can do. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

/** How the policies that stand in a database differ from the program's own. */
export interface StandingPolicies {
  /** Case-bound tables that the program has no word about: nobody said who reaches them */
  unknown: string[];
  /** Tables that have no such policy at all */
  missing: string[];
  /** Tables whose policy another version of the program wrote, or a hand */
  other: string[];
}

interface Standing {
  table: string;
  told: string | null;
  live: string | null;
}

/** Every table behind the recusal wall, with what its policy says of itself and what it is. */
const STANDING = `
  SELECT c.relname AS table, obj_description(p.oid, 'pg_policy') AS told,
         md5(concat_ws('|', p.polpermissive, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid),
           pg_get_expr(p.polwithcheck, p.polrelid))) AS live
    FROM pg_policy wall JOIN pg_class c ON c.oid = wall.polrelid AND c.relnamespace = 'redress'::regnamespace
    LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'by_role'
   WHERE wall.polname = 'recusal_wall' ORDER BY 1`;

export async function standingPolicies(
  ask: Ask,
  own: readonly RolePolicy[] = rolePolicies(),
): Promise<StandingPolicies> {
  const standing = await ask<Standing>(STANDING);
  const known = new Map(own.map((policy) => [policy.table, policy]));
  const differs = ({ table, told, live }: Standing): boolean => {
    const policy = known.get(table);
    return policy !== undefined && told !== null && told !== mark(policy, live ?? '');
  };
  return {
    unknown: standing.filter(({ table }) => !known.has(table)).map(({ table }) => table),
    missing: standing.filter(({ table, told }) => known.has(table) && told === null).map(({ table }) => table),
    other: standing.filter(differs).map(({ table }) => table),
  };
}

/** What a policy says of itself: out of which words it was made, and what PostgreSQL made of them. A hand's change shows. */
export function mark({ reads, writes }: RolePolicy, live: string): string {
  const words = createHash('sha256').update(`${reads}\n${writes}`).digest('hex').slice(0, 32);
  return `Written by redress migrate from src/identity/rules/reach: ${words} ${live}`;
}
