import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CaseFiles, runCase, runUtility, type ReferenceCase, type UtilityCase } from '../transparency/index.js';
import { addSpecOptions, anonymizeSpec, type SpecAsked } from './anonymize-spec.js';
import { addTableOptions, anonymizeTables, type TablesAsked } from './anonymize-tables.js';
import { answer, say } from './say.js';

interface Options extends SpecAsked, TablesAsked {
  cases?: string;
  utility?: string;
  data?: string[];
  hierarchies?: string;
  seconds?: string;
  json?: boolean;
}

/** The anonymizer alone: no database, no settings. One line per case. */
export function addAnonymize(program: Command): void {
  const command = program
    .command('anonymize')
    .description('find the transformations of least loss for tables and demands in files')
    .option('--cases <file>', 'JSON list of cases: data file, quasi-identifiers, privacy models, metric')
    .option('--utility <file>', 'JSON list of transformations to measure instead')
    .option('--data <files...>', 'CSV files that the cases name, gzipped or not')
    .option('--hierarchies <folder>', 'folder of <dataset>_hierarchy_<column>.csv')
    .option('--seconds <number>', 'most seconds for a search; the best so far is then given, with optimal: false')
    .option('--json', 'print one JSON object per case')
    .action(async (options: Options) => {
      if (options.spec !== undefined) {
        await anonymizeSpec(options.spec, options);
        return;
      }
      if (options.tables !== undefined) {
        await anonymizeTables(options.tables, options);
        return;
      }
      if (!options.data || options.hierarchies === undefined) throw new Error('Give --data and --hierarchies.');
      const files = new CaseFiles(options.data, options.hierarchies);
      if (options.cases === undefined && options.utility === undefined) throw new Error('Give --cases or --utility.');
      const budgetMs = options.seconds === undefined ? undefined : Number(options.seconds) * 1000;
      for (const reference of readList<ReferenceCase>(options.cases)) {
        const found = runCase(files, reference, budgetMs);
        if (options.json) answer(found);
        else
          say(
            `${found.id}: [${found.transformation.join(', ')}], loss ${found.informationLoss.toString()}, ` +
              `${found.suppressed} suppressed, ${found.optimal ? 'proven optimal' : 'not proven'}, ${found.seconds.toFixed(2)} s`,
          );
      }
      for (const utility of readList<UtilityCase>(options.utility)) {
        const measured = runUtility(files, utility);
        if (options.json) answer(measured);
        else say(`${measured.dataset}, ${measured.metric}: ${JSON.stringify(measured.nodeLoss)}`);
      }
    });
  addSpecOptions(command);
  addTableOptions(command);
}

function readList<Item>(path: string | undefined): Item[] {
  if (path === undefined) return [];
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(list)) throw new Error(`${path} does not hold a list.`);
  return list as Item[];
}
