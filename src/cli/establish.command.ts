import type { Command } from 'commander';
import { charterPresets, EstablishJurisdiction } from '../charter/index.js';
import { answer, say } from './say.js';
import { withActions } from './with-actions.js';

interface Options {
  name: string;
  timeZone: string;
  charter: string;
  json?: boolean;
}

export function addEstablish(program: Command): void {
  const presets = Object.keys(charterPresets).join(', ');
  program
    .command('establish <jurisdiction>')
    .description('bring a place under oversight; <jurisdiction> is its short name in addresses')
    .requiredOption('--name <name>', 'its full name')
    .option('--time-zone <zone>', 'IANA time zone', 'America/New_York')
    .option('--charter <preset>', `the terms to begin with: ${presets}`, 'generic')
    .option('--json', 'print {id, established} as the last line')
    .action((slug: string, options: Options) =>
      withActions(async (app) => {
        const charter = charterPresets[options.charter];
        if (!charter) throw new Error(`There is no charter preset ${options.charter}; there are ${presets}.`);
        const place = { slug, name: options.name, timeZone: options.timeZone, charter };
        const result = await app.get(EstablishJurisdiction).run(place);
        say(
          result.established
            ? `${options.name} is established as ${slug}.`
            : `${slug} is there already; nothing was changed.`,
        );
        if (options.json) answer(result);
      }),
    );
}
