import type { RowRelation } from '../../src/identity/index.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';

type Ways = ReadonlyMap<StaffRole, readonly RowRelation[]>;
/** Table → who sees its rows and who may leave some, and how they have to stand to the case. */
export type WrittenReach = ReadonlyMap<string, { seen: Ways; left: Ways }>;

/** Reads the second table of docs/who-may-do-what.md, or the third, as a person reads it. */
export function readReach(markdown: string, of: 'cases' | 'no case' = 'cases'): WrittenReach {
  const page = markdown.split('\n## ')[of === 'cases' ? 1 : 2] ?? '';
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const [table = '', seen = '', left = ''] = row.split('|').slice(1, -1);
      return [table.trim().replaceAll('`', ''), { seen: waysIn(seen.trim()), left: waysIn(left.trim()) }];
    }),
  );
}

function waysIn(cell: string): Ways {
  if (cell === 'everyone') return new Map(STAFF_ROLES.map((role) => [role, ['any']]));
  const told = cell === 'nobody' ? [] : [...cell.matchAll(/(\w+)(?: \(([\w, ]+)\))?(?:, |$)/g)];
  return new Map(told.map(([, role, ways]) => [role as StaffRole, (ways?.split(', ') ?? ['any']) as RowRelation[]]));
}
