import { type Grant, type Grantee, permissions, placeReach, tableReach } from '../identity/index.js';
import { STAFF_ROLES } from '../shared/actor.js';
import { reachTables } from './reach.table.js';

/** Whoever signs in, in the order of the columns. Staff first, then those who act on what is theirs alone. */
export const GRANTEES: readonly Grantee[] = [...STAFF_ROLES, 'department', 'complainant'];

const HEADER = `# Who may do what

Written from the one table that the guard goes by (\`src/identity/rules/permissions.ts\`): \`redress permissions docs/who-may-do-what.md\`
writes this page, and a test fails when it is stale. Another test holds every operation of the API to it, for each of these people and each way to
stand to a case (\`npm run bench -- matrix\`). Which operation asks for what stands with it in [the API's description](openapi.json) as
\`x-permission\`; an operation without one is for everybody.

- **yes**: whatever the case. **assigned**, **panel**, **mediating**: in cases that are theirs so, and others look as if they were not there.
- **glass**: also while an opening by break-glass is theirs and open, for reading, and then in a sealed case too, where nothing else of a role
  counts ([decision 65](decisions/0065-a-case-past-ones-role.md)). Whoever has only this, and no opening, is refused as by their role.
- **own**: departments act on their own reports, complainants on their own case, by what they signed in with.
- Nobody gets past a wall: a recusal hides the case from whoever it names, whatever was opened; sealing hides it from all but records and directors, another
  jurisdiction's case is not there. The database refuses these rows by itself (row-level security), whatever the program asks.
`;

/** The page as Markdown: a row for each permission, a column for each kind of person; then who reaches each table's rows. */
export function permissionsPage(table: Readonly<Record<string, readonly Grant[]>> = permissions): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const head = line(['', ...GRANTEES]) + line(['---', ...GRANTEES.map(() => '---')]);
  const rows = Object.entries(table).map(([name, grants]) =>
    line([`\`${name}\``, ...GRANTEES.map((grantee) => cellOf(grants, grantee))]),
  );
  return `${HEADER}\n${head}${rows.join('')}\n${reachTables(table, { ofCases: tableReach, ofPlace: placeReach })}`;
}

function cellOf(grants: readonly Grant[], grantee: Grantee): string {
  const held = grants.filter(({ to }) => to === grantee).map(({ relation }) => relation);
  if (held.length === 0) return '';
  if (grantee === 'department' || grantee === 'complainant') return 'own';
  const words = held.map((relation) => (relation === 'any' ? 'yes' : relation));
  return (words.includes('yes') ? words.filter((word) => word === 'yes' || word === 'glass') : words).join(', ');
}
