import type { INestApplicationContext } from '@nestjs/common';
import { Argument, type Command } from 'commander';
import { ImportChicago } from '../complaint/index.js';
import type { BulkRequest, BulkSummary } from '../platform/bulk/bulk-run.js';
import { ImportMapped, readMappingFile, shippedMappings } from '../use-of-force-report/index.js';
import { describeImport } from './describe-import.js';
import { importProgress } from './import-progress.js';
import { proposeMapping } from './propose-mapping.js';
import { answer } from './say.js';
import { withActions } from './with-actions.js';

interface Options {
  mapping?: string;
  propose?: boolean;
  out?: string;
  jurisdiction?: string;
  rejects?: string;
  json?: boolean;
}

type Request = BulkRequest & { jurisdictionSlug?: string | undefined };
type Import = (app: INestApplicationContext, request: Request) => Promise<BulkSummary>;

const MAPPED = 'mapped';
const importChicago: Import = (app, request) => app.get(ImportChicago).run(request);

export function addImport(program: Command): void {
  const profiles = ['chicago', ...shippedMappings().keys(), MAPPED];
  program
    .command('import')
    .description('take in the public records of a place; run again, it changes nothing that is there already')
    .addArgument(new Argument('<profile>', 'whose records they are; mapped: as --mapping says').choices(profiles))
    .argument('<files...>', 'CSV files, plain or gzipped, or directories of them')
    .option('--mapping <file>', 'how a table of use-of-force reports is read: docs/use-of-force-mappings.md')
    .option('--propose', 'look at the table and draft a mapping for it; nothing is imported')
    .option('--out <file>', 'where the draft goes, if not to standard output')
    .option('--jurisdiction <slug>', 'where to, if not to the place that the profile or the mapping names')
    .option('--rejects <file>', 'where rows that cannot be taken go, with line, reason and column; mend and import it')
    .option('--json', 'print {rows, taken, unchanged, rejected, seconds, peakRssMiB, …} as the last line')
    .action(async (profile: string, files: string[], options: Options) => {
      if (options.propose) await proposeMapping(files, options.out);
      else await runImport(await importOf(profile, options.mapping), profile, files, options);
    });
}

async function importOf(profile: string, mappingFile: string | undefined): Promise<Import> {
  if (profile === 'chicago') return importChicago;
  const mapping = await readMappingFile(profile === MAPPED ? (mappingFile ?? '') : profile);
  return (app, request) => app.get(ImportMapped).run({ ...request, mapping });
}

async function runImport(run: Import, profile: string, files: string[], options: Options): Promise<void> {
  await withActions(async (app) => {
    const bar = importProgress();
    const summary = await run(app, {
      files,
      jurisdictionSlug: options.jurisdiction,
      rejectsFile: options.rejects ?? `${profile}-rejects.csv`,
      onProgress: bar.show,
    }).finally(bar.stop);
    describeImport(summary);
    const { rows, taken, unchanged, rejected, seconds, peakRssMiB } = summary;
    const unmapped = 'unmapped' in summary ? { unmappedValues: (summary.unmapped as unknown[]).length } : {};
    if (options.json) answer({ rows, taken, unchanged, rejected, seconds, peakRssMiB, ...unmapped });
  });
}
