import type { Command } from 'commander';
import { readFileSync, writeFileSync } from 'node:fs';
import { bloomOf, linesOf, MeasureRefused, measurePlainFile, type PlainOptions } from '../transparency/index.js';
import { answer, say } from './say.js';
import { verifyOffline } from './verify-offline.js';
import { addVerifyReceipt } from './verify-receipt.js';

interface Options {
  quasiIdentifiers?: string;
  sensitive?: string;
  suppressed?: string;
  separator?: string;
  input?: string;
  hierarchies?: string;
  dataset?: string;
  subjects?: string;
  roster?: string;
  rosterList?: string;
  key?: string;
  json?: boolean;
}

/** The verifier alone: no database, no settings, no network. Exit code 1 when anything is refused. */
export function addVerify(program: Command): void {
  const verify = program
    .command('verify <files...>')
    .description(
      'check published files against what their manifests promise; with --quasi-identifiers, measure any CSV file without one',
    )
    .option(
      '--quasi-identifiers <columns>',
      'measure instead: k, classes and risks over these columns, comma-separated',
    )
    .option('--sensitive <columns>', 'and how diverse these are within the classes')
    .option('--suppressed <word>', 'what suppressed rows read in all quasi-identifiers', '*')
    .option('--separator <character>', 'between cells; what the header holds most of, of , ; and tab, when absent')
    .option('--input <file>', 'the file before it was anonymized, rows in the same order: tells what was lost')
    .option('--hierarchies <folder>', 'folder of <dataset>_hierarchy_<column>.csv, for --input')
    .option('--dataset <name>', 'whose hierarchies, when the folder holds several')
    .option('--subjects <file>', 'the board’s own list of unit key and person, to count people instead of units')
    .option('--roster <file>', 'names, badge numbers …, one a line, or the filter that `verify roster` made of them')
    .option('--roster-list <file>', 'the list itself, to confirm what the filter takes for an identifier')
    .option(
      '--key <file>',
      'the public key in PEM that is to have signed the manifests, from /.well-known/redress-release-key.pem',
    )
    .option('--json', 'print one JSON object a file')
    .action(async (files: string[], options: Options) => {
      if (options.quasiIdentifiers !== undefined) await measure(files, options.quasiIdentifiers, options);
      else
        await verifyOffline(files, options, {
          ...(options.subjects === undefined ? {} : { subjectsPath: options.subjects }),
          ...(options.roster === undefined ? {} : { rosterPath: options.roster }),
          ...(options.rosterList === undefined ? {} : { rosterListPath: options.rosterList }),
          ...(options.key === undefined ? {} : { publicKey: readFileSync(options.key, 'utf8') }),
        });
    });
  verify
    .command('roster <lists...>')
    .description('make a filter of lists of identifiers, one a line, that tells a verifier members and nothing else')
    .requiredOption('--out <file>', 'where to write it; it is for sworn eyes: whoever has it can try names')
    .action((lists: string[], { out }: { out: string }) => {
      const roster = bloomOf(lists.flatMap((path) => linesOf(readFileSync(path, 'utf8'))));
      writeFileSync(out, `${JSON.stringify(roster)}\n`, { mode: 0o600 });
      const { entries, falsePositives } = roster;
      say(`${entries} forms of identifiers; ${falsePositives.toExponential(1)} of strangers are taken for one.`);
      answer({ out, entries, falsePositives });
    });
  addVerifyReceipt(verify);
}

async function measure(files: readonly string[], columns: string, options: Options): Promise<void> {
  for (const path of files)
    try {
      const found = await measurePlainFile(plainOptions(path, columns, options));
      const { k, classes, rows, suppressed, risks } = found;
      say(`${path}: k = ${k}, ${classes} classes, ${suppressed} of ${rows} rows suppressed`);
      say(`  risk: ${risks.averageRisk.toFixed(6)} on average, ${risks.highestRisk.toFixed(6)} at most`);
      if (options.json) answer({ path, ...found });
    } catch (error) {
      if (!(error instanceof MeasureRefused)) throw error;
      process.exitCode = 1;
      say(`REFUSED ${path}\n  ${error.code}: ${error.message}`);
      if (options.json) answer({ path, ok: false, violations: [{ code: error.code, message: error.message }] });
    }
}

function plainOptions(csvPath: string, columns: string, options: Options): PlainOptions {
  const { sensitive, suppressed, separator, input, hierarchies, dataset } = options;
  return {
    csvPath,
    quasiIdentifiers: columns.split(','),
    ...(sensitive === undefined ? {} : { sensitive: sensitive.split(',') }),
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(separator === undefined ? {} : { separator }),
    ...(input === undefined ? {} : { inputPath: input }),
    ...(hierarchies === undefined ? {} : { hierarchyFolder: hierarchies }),
    ...(dataset === undefined ? {} : { dataset }),
  };
}
