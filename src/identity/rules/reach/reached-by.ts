import { STAFF_ROLES, type StaffRole } from '../../../shared/actor.js';
import type { Grant } from '../grant.js';
import { permissions } from '../permissions.js';
import type { Reacher, RowRelation, TableReach } from './reach.js';

export type ReachedBy = Partial<Record<RowRelation, StaffRole[]>>;

/** All there are, the widest first: in this order they are written. */
const RELATIONS = Object.keys({
  any: 0,
  assigned: 0,
  panel: 0,
  mediating: 0,
  glass: 0,
  agenda: 0,
  policy: 0,
  team: 0,
  own: 0,
} satisfies Record<RowRelation, 0>) as RowRelation[];

/**
 * Which roles reach the rows, by how they have to stand to them. Departments and complainants act as nobody of the staff.
 * Who reaches all rows is not named again among those who reach some.
 */
function reachedBy(
  reachers: readonly Reacher[] | 'everyone',
  table: Readonly<Record<string, readonly Grant[]>> = permissions,
): ReachedBy {
  if (reachers === 'everyone') return { any: [...STAFF_ROLES] };
  const granted = reachers.flatMap((reacher) => {
    const { permission, relation, roles, notThroughGlass } =
      typeof reacher === 'string' ? { permission: reacher } : reacher;
    return (table[permission] ?? [])
      .filter(({ to }) => isStaff(to) && (roles === undefined || roles.includes(to)))
      .filter((grant) => !(notThroughGlass && grant.relation === 'glass'))
      .map((grant) => ({ to: grant.to, relation: relation ?? grant.relation }));
  });
  const everywhere = new Set(granted.filter(({ relation }) => relation === 'any').map(({ to }) => to));
  const by: ReachedBy = {};
  for (const relation of RELATIONS) {
    const roles = STAFF_ROLES.filter(
      (role) =>
        granted.some((grant) => grant.to === role && grant.relation === relation) &&
        (relation === 'any' || !everywhere.has(role)),
    );
    if (roles.length > 0) by[relation] = roles;
  }
  return by;
}

/** Which roles see a table's rows, or leave some. To rows of no case nobody stands in any way: whoever reaches some reaches all. */
export function reachedIn(
  { columns, ...reach }: TableReach,
  way: 'read' | 'write',
  table: Readonly<Record<string, readonly Grant[]>> = permissions,
): ReachedBy {
  const by = reachedBy(reach[way], table);
  return columns?.length === 0 ? whateverTheCase(by) : by;
}

function whateverTheCase({ own = [], ...ways }: ReachedBy): ReachedBy {
  const any = STAFF_ROLES.filter((role) => Object.values(ways).some((roles) => roles.includes(role)));
  const themselves = own.filter((role) => !any.includes(role));
  return { ...(any.length > 0 ? { any } : {}), ...(themselves.length > 0 ? { own: themselves } : {}) };
}

function isStaff(to: Grant['to']): to is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(to);
}
