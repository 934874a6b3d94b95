import { createHash } from 'node:crypto';
import { type RolePolicy, rolePolicies } from './role-policy.js';

/** What both a pool and TypeORM's data source can do. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

/** How the policies that stand in a database differ from the program's own. */
export interface StandingPolicies {
  /** Tables that have no such policy at all */
  missing: string[];
  /** Those of them that the program has no word about: nobody said who reaches them */
  unknown: string[];
  /** Tables whose policy another version of the program wrote, or a hand */
  other: string[];
}

interface Standing {
  table: string;
  is: boolean;
  told: string | null;
  live: string;
}

/** What PostgreSQL holds a policy `p` to be. */
export const LIVE = `md5(concat_ws('|', p.polpermissive, p.polcmd, p.polroles, pg_get_expr(p.polqual, p.polrelid),
    pg_get_expr(p.polwithcheck, p.polrelid)))`;

/** Every table of a place or of a case in it, with what its policy says of itself and what it is. */
const STANDING = `
  SELECT c.relname AS table, p.oid IS NOT NULL AS is, obj_description(p.oid, 'pg_policy') AS told,
         ${LIVE} AS live
    FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'by_role'
   WHERE c.relnamespace = 'redress'::regnamespace AND c.relrowsecurity ORDER BY 1`;

export async function standingPolicies(
  ask: Ask,
  own: readonly RolePolicy[] = rolePolicies(),
): Promise<StandingPolicies> {
  const standing = await ask<Standing>(STANDING);
  const known = new Map(own.map((policy) => [policy.table, policy]));
  const namesOf = (some: Standing[]): string[] => some.map(({ table }) => table);
  const missing = standing.filter(({ is }) => !is);
  const differs = ({ table, told, live, is }: Standing): boolean => {
    const policy = known.get(table);
    // A table that is unknown here and has its policy is a later version's.
    return is && policy !== undefined && told !== mark(policy, live);
  };
  return {
    missing: namesOf(missing),
    unknown: namesOf(missing.filter(({ table }) => !known.has(table))),
    other: namesOf(standing.filter(differs)),
  };
}

/** What a policy says of itself: out of which words it was made, and what PostgreSQL made of them. A hand's change shows. */
export function mark({ reads, writes }: RolePolicy, live: string): string {
  const words = createHash('sha256').update(`${reads}\n${writes}`).digest('hex').slice(0, 32);
  return `Written by redress migrate from src/identity/rules/reach: ${words} ${live}`;
}
