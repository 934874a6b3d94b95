import type { Command } from 'commander';
import { join } from 'node:path';
import { openDatabases } from '../database/open-databases.js';
import { DEMO_PASSWORD, RIVERTON, STAFF } from '../demo/cast.js';
import { loadDemo } from '../demo/load-demo.js';
import { clearHalfLoaded, isLoaded, markLoaded } from '../demo/loaded-mark.js';
import { serve } from '../main.js';
import { readSettings } from '../platform/settings.js';
import { say } from './say.js';
import { untilStopped } from './until-stopped.js';

/** Everything at once, in a directory of its own: a made-up city, from complaints to published releases. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('load a made-up jurisdiction through the real actions, publish a release, and serve it all')
    .option('--load-only', 'load and stop')
    .action(async (options: { loadOnly?: boolean }) => {
      const settings = readSettings();
      const dataDirectory =
        settings.databaseUrl === undefined ? join(settings.dataDirectory, 'demo') : settings.dataDirectory;
      if (settings.databaseUrl === undefined) await clearHalfLoaded(dataDirectory, say);
      const databases = await openDatabases({ ...settings, dataDirectory }, say);
      try {
        if (isLoaded(dataDirectory)) say(`${RIVERTON.name} is loaded already: its data is in ${dataDirectory}`);
        else {
          await loadDemo(databases, say);
          await markLoaded(dataDirectory);
        }
        if (options.loadOnly) return;
        const server = await serve(databases, settings, true);
        introduce(server.address.replace('127.0.0.1', 'localhost'));
        await untilStopped();
        say('stopping: requests under way are answered first');
        await server.stop();
      } finally {
        await databases.stop();
      }
    });
}

function introduce(address: string): void {
  say(`
Redress serves ${RIVERTON.name}.

  ${address}                 what the public sees
  ${address}/docs            the API
  ${address}/api/v1/datasets the released data

Sign in (POST ${address}/api/v1/sessions, jurisdiction "${RIVERTON.slug}") with the password "${DEMO_PASSWORD}" as
${STAFF.map(({ signInName, displayName }) => `  ${signInName.padEnd(6)} ${displayName}`).join('\n')}

The README has a tour with curl. Ctrl-C stops.`);
}
