/** What should become of a request, told by its status. `reached`: the guard let it through. */
export type Outcome = 'reached' | 401 | 403 | 404;

/**
 * How a person stands to the case in the address. `here`: of the same agency, and nothing more. `glass`: with an opening that is
 * theirs and open; `opened`: the same, and the case is sealed. Who is recused has an opening as well.
 */
export const STANDINGS = [
  'assigned',
  'panel',
  'mediating',
  'here',
  'recused',
  'glass',
  'opened',
  'sealed',
  'elsewhere',
  'missing',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Permission → person → the cell as it stands in the written table: `yes`, `own`, relations, several of them, or nothing. */
export type WrittenTable = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Operation {
  method: string;
  path: string;
  /** Null: for everybody */
  permission: string | null;
}

export interface Cell {
  operation: Operation;
  /** A role of the staff, `department`, `complainant` or `nobody` */
  person: string;
  standing: Standing;
}

/** Reads the first table of docs/who-may-do-what.md as a person reads it. */
export function readTable(markdown: string): WrittenTable {
  const [page = ''] = markdown.split('\n## ');
  const lines = page.split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(
    rows.map(([name = '', ...cells]) => [
      name.replaceAll('`', ''),
      new Map(head.slice(1).map((person, at) => [person, cells[at] ?? ''])),
    ]),
  );
}

export const namesCase = ({ path }: Operation): boolean => path.includes('{complaintId}');

/** Every question that the table answers: an operation that names no case is asked once a person. */
export function cellsOf(operations: readonly Operation[], people: readonly string[]): Cell[] {
  return operations.flatMap((operation) =>
    people.flatMap((person) => {
      const standings = namesCase(operation) ? STANDINGS : (['here'] as const);
      return standings.map((standing) => ({ operation, person, standing }));
    }),
  );
}

/** By the written table and the words above it alone: nothing of the program is asked. */
export function expected({ operation, person, standing }: Cell, table: WrittenTable): Outcome {
  const { permission } = operation;
  if (permission === null) return 'reached';
  if (person === 'nobody') return 401;
  // A receipt is looked for in the place that the address names.
  if (person === 'complainant' && !operation.path.includes('{jurisdiction}')) return 401;
  const cell = table.get(permission)?.get(person) ?? '';
  if (cell === '') return 403;
  if (cell === 'own') return 'reached';
  const words = cell.split(', ');
  if (words.includes('glass') && ['glass', 'opened'].includes(standing)) return 'reached';
  const own = words.filter((word) => word !== 'glass');
  if (own.length === 0) return 403;
  if (!namesCase(operation)) return own.includes('yes') ? 'reached' : 404;
  if (!isVisible(standing, person)) return 404;
  return own.includes('yes') || own.includes(standing) ? 'reached' : 404;
}

function isVisible(standing: Standing, person: string): boolean {
  if (standing === 'sealed' || standing === 'opened') return person === 'records' || person === 'director';
  return !['recused', 'elsewhere', 'missing'].includes(standing);
}
