import { columnsOf, ROW_ID, type TypedQuery } from './typed.js';

/** Where a question is answered from: the release's rows themselves, or a cube of them. Names are ours, never a reader's. */
export interface Source {
  readonly table: string;
  /** The release's columns of texts: words are looked for in each of them. */
  readonly textColumns: readonly string[];
  /** Of a cube: the column that says for how many rows one of its rows stands. */
  readonly times?: string;
}

/** Some columns, every combination of their values that occurs, and in how many rows. */
export interface Cube {
  readonly table: string;
  readonly columns: readonly string[];
  readonly groups: number;
}

/** The column of a cube in which it counts. No published column begins so. */
export const TIMES = '_rows';

/** The smallest that knows all that is asked for; null: only the rows themselves do. Figures alone can come from a cube. */
export function coveringCube(query: TypedQuery, cubes: readonly Cube[]): Cube | null {
  if (!query.grouped || query.search.length > 0 || cubes.length === 0) return null;
  const names = [...columnsOf(query)];
  if (names.includes(ROW_ID)) return null;
  const covering = cubes.filter(({ columns }) => names.every((name) => columns.includes(name)));
  return covering.reduce<Cube | null>((least, each) => (least && least.groups <= each.groups ? least : each), null);
}
