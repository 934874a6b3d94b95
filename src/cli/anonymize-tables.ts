import type { Command } from 'commander';
import { describeTable, runTables, type TableOptions } from '../transparency/index.js';
import { answer, say } from './say.js';

export interface TablesAsked extends TableOptions {
  tables?: string;
  json?: boolean;
}

const SHAPE = `
Tables (--tables): a JSON list of {name, threshold, dims, hierarchies, cells}. A cell is {<dim>: word, ..., freq}; totals are
cells too. threshold is the greatest count withheld: counts 1 to threshold are primary, zeros are published. hierarchies:
{<dim>: [{level: "@", name: "Total"}, {level: "@@", name: ...}]}, or constraints {i, j, v} from 1. Optional: linked (tables
with the same word share cells), earlier [{relation: "grows" | "equal", cells}] (oldest first, freq null = withheld),
groupDisclosure (100 % cells), measure: "sum" with sum, largest: [1st, 2nd] and percent (p % rule).
Printed per table: name, suppressed (all withheld cells, as indexes into cells from 0), cost (sum of the counts of the
secondary cells), narrow (primary cells whose interval is less than threshold + 1 wide), primary, optimal, gap, seconds.`;

export function addTableOptions(command: Command): void {
  command
    .option('--tables <file>', 'JSON list of frequency tables to protect by withholding cells')
    .option('--threshold <count>', 'of tables: greatest count withheld, in place of what the file says')
    .option(
      '--width <kind>',
      'of tables: "threshold", intervals at least threshold + 1 wide (default), or "own", not exact',
    )
    .option('--published <file>', 'of tables: write them as they may be published, withheld cells null')
    .addHelpText('after', SHAPE);
}

export async function anonymizeTables(path: string, options: TablesAsked): Promise<void> {
  for (const table of await runTables(path, options)) {
    if (options.json) answer(table);
    else say(describeTable(table));
  }
}
