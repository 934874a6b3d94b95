import type pg from 'pg';
import { placeReach, type ReachedBy, reachedIn, tableReach } from '../../src/identity/index.js';
import { STAFF_ROLES } from '../../src/shared/actor.js';

/**
 * Triggers that do not step out of the name of whoever set them off, and what they are made of. Their owner's rights do not
 * help them: row-level security binds an owner too who is no superuser.
 */
const TRIGGERS = `
  SELECT DISTINCT p.proname AS name, c.relname AS table, p.prosrc AS source FROM pg_trigger t
    JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
   WHERE NOT t.tgisinternal AND c.relnamespace = 'redress'::regnamespace
     AND p.prosrc NOT LIKE '%set_config(''redress.staff''%' ORDER BY 1, 2`;

/** Rows of it are there within redress.erase() alone, which runs as the office: seen by nobody else, they forbid nothing. */
const WITHIN_ERASURE = 'erasure_in_hand';

/** Who may set a trigger off that reads a table of which they do not see every such row: what it looks for is not there for it. */
export async function blindTriggers(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; table: string; source: string }>(TRIGGERS);
  return rows.flatMap(({ name, table, source }) => {
    const leaves = reachOf(table, 'write');
    const read = new Set([...source.matchAll(/redress\.(\w+)\b(?!\()/g)].map(([, of = '']) => of));
    return [...read].flatMap((of) => {
      if (of === WITHIN_ERASURE) return [];
      const sees = reachOf(of, 'read');
      return Object.entries(leaves).flatMap(([relation, roles]) =>
        roles
          .filter((role) => !sees.any?.includes(role) && !sees[relation as keyof typeof sees]?.includes(role))
          .map((role) => `${name} on ${table} by ${role}: ${of}`),
      );
    });
  });
}

/** Nobody is held to anything in what is no table of a place. */
function reachOf(table: string, way: 'read' | 'write'): ReachedBy {
  const reach = tableReach[table] ?? placeReach[table];
  return reach ? reachedIn(reach, way) : { any: [...STAFF_ROLES] };
}
