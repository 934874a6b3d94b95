import { assemble, type Assembly } from './assemble.js';
import { countNarrow } from './count-narrow.js';
import { doubtfulCells } from './doubtful-cells.js';
import { leastShown, type Width } from './primary.js';
import { suppress } from './suppress.js';
import type { TableSpec } from './table-spec.js';
import { HIDDEN, type Need, type TableSystem } from './table-system.js';

export interface SuppressedTable {
  readonly name: string;
  /** Indexes into the table's cells, from 0, of all that is withheld: primary and secondary, ascending. */
  readonly suppressed: readonly number[];
  /** Sum of the counts (or money) of the secondary cells. */
  readonly cost: number;
  /** Primary cells whose attacker interval is less than threshold + 1 wide. */
  readonly narrow: number;
  readonly primary: number;
  /** Whether no pattern costs less; of tables published together, whether none of all together does. */
  readonly optimal: boolean;
  /** (cost - bound) / cost, over tables published together. */
  readonly gap: number;
  /** Withheld cells of earlier releases that were narrow before this release already. */
  readonly exposed: number;
  /** For all tables published together. */
  readonly seconds: number;
}

export interface TableDemand {
  readonly width?: Width;
  /** For each set of tables published together. */
  readonly seconds?: number;
}

/** Withholds cells of every table so that no primary cell can be worked out; linked tables are solved as one system. */
export async function suppressTables(
  tables: readonly TableSpec[],
  { width = 'threshold', seconds = 2.5 }: TableDemand = {},
): Promise<SuppressedTable[]> {
  const sets = new Map<string, TableSpec[]>();
  tables.forEach((table, at) => {
    const set = table.linked === undefined ? `alone ${at}` : `linked ${table.linked}`;
    sets.set(set, [...(sets.get(set) ?? []), table]);
  });
  const results = new Map<TableSpec, SuppressedTable>();
  for (const set of sets.values())
    for (const [at, result] of (await together(set, width, seconds)).entries()) results.set(set[at]!, result);
  return tables.map((table) => results.get(table)!);
}

async function together(tables: readonly TableSpec[], width: Width, seconds: number): Promise<SuppressedTable[]> {
  const start = performance.now();
  const least = tables.map((table) => (table.measure === 'sum' ? 0 : leastShown(table)));
  const assembly = await assemble(tables, width);
  const say = nameIn(tables, assembly);
  let found = await suppress(assembly.system, seconds, say);
  // Settled cell by cell; each round withholds at least one cell for good, so it ends.
  let { optimal } = found;
  for (let { system } = assembly; width === 'threshold';) {
    const doubtful = await doubtfulCells(assembly, least, found.hidden);
    if (doubtful.length === 0) break;
    optimal = false;
    system = alsoProtecting(system, doubtful);
    found = await suppress(system, seconds / 4, say);
  }
  const { hidden, cost, bound, exposed } = found;
  const narrow = await countNarrow(assembly, least, hidden);
  const took = (performance.now() - start) / 1000;
  return tables.map((table, t) => {
    const suppressed = [...table.cells.keys()].filter((at) => hidden[assembly.places[t]![at]!] === 1);
    const secondary = suppressed.filter((at) => !assembly.primary[t]![at]);
    const value = (at: number): number => (table.measure === 'sum' ? table.cells[at]!.sum! : table.cells[at]!.freq);
    return {
      name: table.name,
      suppressed,
      cost: secondary.reduce((sum, at) => sum + value(at), 0),
      narrow: narrow[t]!,
      primary: assembly.primary[t]!.reduce((sum, is) => sum + is, 0),
      optimal,
      gap: optimal || cost === 0 ? 0 : (cost - bound) / cost,
      exposed,
      seconds: took,
    };
  });
}

function alsoProtecting(system: TableSystem, needs: readonly Need[]): TableSystem {
  const standing = system.standing.slice();
  for (const { cell } of needs) standing[cell] = HIDDEN;
  return { ...system, standing, needs: [...system.needs, ...needs] };
}

function nameIn(tables: readonly TableSpec[], { places }: Assembly): (place: number) => string {
  return (place) => {
    const t = places.findIndex((cells) => cells.includes(place));
    return t === -1
      ? `${tables[0]!.name}: a difference to an earlier release or the rest of a total`
      : `${tables[t]!.name}: cell ${places[t]!.indexOf(place)}`;
  };
}
