import { readFileSync } from 'node:fs';
import { publishedTable } from '../../src/transparency/tables-files/index.js';
import { suppressTables, type TableSpec } from '../../src/transparency/tables/index.js';
import { attackTables, type PublishedTable, verifyTables } from '../../src/transparency/verify/tables/index.js';

interface Answer {
  readonly error?: string;
  readonly secondaryFreq?: number;
  readonly status: readonly string[];
  readonly attack: readonly { readonly id: number; readonly low: number; readonly up: number }[];
}
type Reference = TableSpec & { readonly methods: Readonly<Record<string, Answer>> };

export interface Beside {
  readonly name: string;
  /** Bounds of sdcTable's patterns compared, by constraints and by hierarchies, and the largest difference. */
  readonly compared: number;
  readonly difference: number;
  /** What sdcTable's optimum costs, or its cheapest method where it found none. */
  readonly bar: number;
  readonly hasOptimum: boolean;
  readonly own: { readonly cost: number; readonly optimal: boolean; readonly failures: number };
  /** Seconds are of the processor: a busy machine says nothing about the engine. */
  readonly wide: {
    readonly cost: number;
    readonly narrow: number;
    readonly seconds: number;
    readonly violations: number;
  };
}

/*
 * Run as a program of its own, it prints one line per table of the file given. Not within Jest: in its sandbox every
 * look-up of Math goes through an interceptor, and a simplex in plain JavaScript takes many times as long.
 */
for (const table of JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Reference[]) {
  const answers = Object.values(table.methods).filter(({ error }) => error === undefined);
  const optimum = table.methods['OPT']?.secondaryFreq;
  const [own] = await suppressTables([table], { width: 'own' });
  const before = process.cpuUsage();
  const [wide] = await suppressTables([table]);
  const { user, system } = process.cpuUsage(before);
  const beside: Beside = {
    name: table.name,
    ...compareBounds(table, answers),
    bar: optimum ?? Math.min(...answers.map(({ secondaryFreq = Infinity }) => secondaryFreq)),
    hasOptimum: optimum !== undefined,
    own: { cost: own!.cost, optimal: own!.optimal, failures: failures(table, own!.suppressed) },
    wide: {
      cost: wide!.cost,
      narrow: wide!.narrow,
      seconds: (user + system) / 1e6,
      violations: verifyTables([withheld(table, wide!.suppressed)]).violations.length,
    },
  };
  process.stdout.write(`${JSON.stringify(beside)}\n`);
}

function withheld(table: TableSpec, cells: readonly number[]): PublishedTable {
  return publishedTable(table, cells) as unknown as PublishedTable;
}

function compareBounds(table: Reference, answers: readonly Answer[]): { compared: number; difference: number } {
  let compared = 0;
  let difference = 0;
  // sdcTable takes it as known that no cell exceeds the largest count.
  const upper = Math.max(...table.cells.map(({ freq }) => freq));
  const { constraints: _, ...byHierarchies } = table;
  for (const { status, attack } of answers)
    for (const layout of [table, byHierarchies]) {
      const pattern = [...status.keys()].filter((at) => status[at] === 'u' || status[at] === 'x');
      const found = new Map(attackTables([{ ...withheld(layout, pattern), upper }]).map((of) => [of.cell, of]));
      for (const { id, low, up } of attack) {
        const ours = found.get(id - 1)!;
        difference = Math.max(difference, Math.abs(ours.low - low), Math.abs(ours.up - up));
        compared++;
      }
    }
  return { compared, difference };
}

/** Cells whose interval leaves the truth, and primary cells that do not move by one both ways. */
function failures(table: TableSpec, suppressed: readonly number[]): number {
  return attackTables([withheld(table, suppressed)]).filter(({ cell, low, up }) => {
    const { freq } = table.cells[cell]!;
    const least = freq <= table.threshold ? 1 : 0;
    return low > freq - least + 1e-5 || up < freq + least - 1e-5;
  }).length;
}
