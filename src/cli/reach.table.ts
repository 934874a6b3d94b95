import { type Grant, type ReachedBy, reachedIn, type TableReach } from '../identity/index.js';
import { STAFF_ROLES } from '../shared/actor.js';

const HEADER = `## Who reaches the rows

What the database itself holds people of the staff to, below the guard: a restrictive policy \`by_role\` on every table whose rows belong to a case,
made of \`src/identity/rules/reach/table-reach.ts\` and of the table above, and written by \`redress migrate\`. It looks up who asks and what they are by itself. In
brackets how they have to stand to the case: **assigned**, **panel**, **mediating**, **glass** as above; **agenda**, it stands on an agenda; **policy**, a policy
recommendation rests on it; **team**, they sit on the team that reviews its incident; **own**, the row names them. Departments, complainants and the
system's jobs are nobody of the staff: they go by the other policies. To see a row is not yet to read it: what names people is sealed under the case's key (\`case_key\`).
`;

const OF_NO_CASE = `## Who reaches the rows of no case

The same of every other table of a place: accounts, boards and meetings, officers, reports of force, releases. Nobody stands to them in any way but
**own**: who holds a permission in some cases reaches them all.
`;
const HEAD = '| rows of | are seen by | are left by |\n| --- | --- | --- |\n';

interface Reach {
  ofCases: Readonly<Record<string, TableReach>>;
  ofPlace: Readonly<Record<string, TableReach>>;
}

/** As Markdown: who sees the rows of each table, and who may leave rows in it. */
export function reachTables(
  permissions: Readonly<Record<string, readonly Grant[]>>,
  { ofCases, ofPlace }: Reach,
): string {
  const rowsOf = (reach: Reach['ofCases']): string =>
    Object.entries(reach)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([table, of]) => {
        const [sees, leaves] = [reachedIn(of, 'read', permissions), reachedIn(of, 'write', permissions)];
        return `| \`${table}\` | ${people(sees)} | ${people(leaves)} |\n`;
      })
      .join('');
  return `${HEADER}\n${HEAD}${rowsOf(ofCases)}\n${OF_NO_CASE}\n${HEAD}${rowsOf(ofPlace)}`;
}

function people(by: ReachedBy): string {
  if (by.any?.length === STAFF_ROLES.length) return 'everyone';
  const ways = (role: (typeof STAFF_ROLES)[number]): string[] =>
    Object.entries(by).flatMap(([relation, roles]) => (roles.includes(role) ? [relation] : []));
  const told = STAFF_ROLES.flatMap((role) => {
    const held = ways(role);
    if (held.length === 0) return [];
    return [held.includes('any') ? role : `${role} (${held.join(', ')})`];
  });
  return told.length === 0 ? 'nobody' : told.join(', ');
}
