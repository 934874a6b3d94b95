import { type Grant, type ReachedBy, reachedBy, type TableReach } from '../identity/index.js';
import { STAFF_ROLES } from '../shared/actor.js';

const HEADER = `## Who reaches the rows

What the database itself holds people of the staff to, below the guard: a restrictive policy \`by_role\` on every table whose rows belong to a case,
made of \`src/identity/rules/reach/table-reach.ts\` and of the table above, and written by \`redress migrate\`. It looks up who asks and what they are by itself. In
brackets how they have to stand to the case: **assigned**, **panel**, **mediating**, **glass** as above; **agenda**, it stands on an agenda; **policy**, a policy
recommendation rests on it; **team**, they sit on the team that reviews its incident; **own**, the row names them. Departments, complainants and the
system's jobs are nobody of the staff: they go by the other policies. To see a row is not yet to read it: what names people is sealed under the case's key (\`case_key\`).
`;

/** As Markdown: who sees the rows of each case-bound table, and who may leave rows in it. */
export function reachTable(
  permissions: Readonly<Record<string, readonly Grant[]>>,
  reach: Readonly<Record<string, TableReach>>,
): string {
  const rows = Object.entries(reach)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([table, { read, write }]) => {
      const [sees, leaves] = [reachedBy(read, permissions), reachedBy(write, permissions)];
      return `| \`${table}\` | ${people(sees)} | ${people(leaves)} |\n`;
    });
  return `${HEADER}\n| rows of | are seen by | are left by |\n| --- | --- | --- |\n${rows.join('')}`;
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
