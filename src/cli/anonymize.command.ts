import type { Command } from 'commander';
import { addCaseOptions, anonymizeCases, type CasesAsked } from './anonymize-cases.js';
import { addSpecOptions, anonymizeSpec, type SpecAsked } from './anonymize-spec.js';

type Options = CasesAsked & SpecAsked;

/** The anonymizer alone: no database, no settings. One line per case. */
export function addAnonymize(program: Command): void {
  const command = program
    .command('anonymize')
    .description('find the transformations of least loss for tables and demands in files')
    .option('--json', 'print one JSON object per case')
    .action(async (options: Options) => {
      if (options.spec !== undefined) await anonymizeSpec(options.spec, options);
      else anonymizeCases(options);
    });
  addCaseOptions(command);
  addSpecOptions(command);
}
