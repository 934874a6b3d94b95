import type { StaffRole } from '../../../shared/actor.js';
import type { Relation } from '../grant.js';
import type { Permission } from '../permissions.js';

/**
 * How a person stands to a row. Those of the guard, and some that only rows know: the case stands on an agenda, a policy
 * recommendation rests on it, the person sits on the team that reviews its incident, or the row names the person themself.
 */
export type RowRelation = Relation | 'agenda' | 'policy' | 'team' | 'own';

/** Whoever holds this permission reaches the rows: as it is granted, or narrowed to a relation or to some of its grantees. */
export type Reacher =
  | Permission
  | {
      permission: Permission;
      relation?: Exclude<RowRelation, 'any'>;
      roles?: readonly StaffRole[];
      /** Not by an opening of break-glass: it opens rows to be read, and leaves none but that they were */
      notThroughGlass?: boolean;
    };

/** Who reaches the rows of a table, as the database holds it. */
export interface TableReach {
  /** Who sees rows, and of what they see may change or remove some; `everyone`: all of the staff, for what walls go by */
  read: readonly Reacher[] | 'everyone';
  /** Who leaves rows behind: inserts them, or changes them to be so */
  write: readonly Reacher[] | 'everyone';
  /** The columns that name the case; `complaint_id` when left out, none in tables of no case */
  columns?: readonly string[];
  /** The column that names the person whose row it is */
  own?: string;
}

/** The permissions, in cases alone to which the person stands so. */
export const only = (relation: Exclude<RowRelation, 'any'>, ...permissions: Permission[]): Reacher[] =>
  permissions.map((permission) => ({ permission, relation }));

/** The permission, for some of those who hold it. */
export const held = (permission: Permission, ...roles: StaffRole[]): Reacher => ({ permission, roles });

/** The same, but through no opening. */
export const notThroughGlass = (reachers: readonly Reacher[]): Reacher[] =>
  reachers.map((reacher) => ({
    ...(typeof reacher === 'string' ? { permission: reacher } : reacher),
    notThroughGlass: true,
  }));
