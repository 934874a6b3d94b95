import { type ReachedBy, reachedBy, type RowRelation, tableReach, type TableReach } from '../../identity/index.js';
import { STAFF_ROLES } from '../../shared/actor.js';

/** A table's policy by_role, as its two expressions. */
export interface RolePolicy {
  table: string;
  /** USING: which rows are there for whoever reads or changes them */
  reads: string;
  /** WITH CHECK: which rows may be left behind */
  writes: string;
}

/** The cases to which a person stands so (migration 0068). Each is asked once a statement, when a row makes it necessary. */
const CASES: Record<Exclude<RowRelation, 'any' | 'own'>, string> = {
  assigned: 'redress.cases_assigned()',
  panel: 'redress.cases_on_panel()',
  mediating: 'redress.cases_mediated()',
  agenda: 'redress.cases_on_agendas()',
  policy: 'redress.cases_of_policy()',
  team: 'redress.cases_of_teams()',
};
/** Departments, complainants, the public and the system's own jobs are nobody of the staff: the other policies hold for them. */
const NOBODY = '(SELECT redress.current_staff()) IS NULL';

/** The policy of each table, by its name; made of the one table of who reaches what. */
export function rolePolicies(reach: Readonly<Record<string, TableReach>> = tableReach): RolePolicy[] {
  return Object.entries(reach)
    .map(([table, { read, write, columns = ['complaint_id'], own }]) => ({
      table,
      reads: condition(reachedBy(read), columns, own),
      writes: condition(reachedBy(write), columns, own),
    }))
    .sort((one, other) => (one.table < other.table ? -1 : 1));
}

function condition({ any = [], ...related }: ReachedBy, columns: readonly string[], own: string | undefined): string {
  if (any.length === STAFF_ROLES.length) return 'true';
  const arms = Object.entries(related).map(([relation, roles]) => {
    const rows = relation === 'own' ? ownRows(own) : rowsOfCases(relation as keyof typeof CASES, columns);
    return `${holds(roles)} AND ${rows}`;
  });
  return [NOBODY, ...(any.length > 0 ? [holds(any)] : []), ...arms].join(' OR ');
}

/** Names of roles and columns are constants of the program. */
const holds = (roles: readonly string[]): string =>
  `(SELECT redress.holds_role(ARRAY[${roles.map((role) => `'${role}'`).join(', ')}]))`;

function ownRows(column: string | undefined): string {
  if (column === undefined) throw new Error('A table that is reached by own rows names the column of the person.');
  return `${column} = (SELECT redress.current_staff())`;
}

function rowsOfCases(relation: keyof typeof CASES, columns: readonly string[]): string {
  return `(${columns.map((column) => `${column} IN (SELECT ${CASES[relation]})`).join(' OR ')})`;
}
