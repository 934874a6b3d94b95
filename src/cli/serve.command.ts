import type { Command } from 'commander';
import { serve } from '../main.js';
import { say } from './say.js';
import { untilStopped } from './until-stopped.js';
import { withDatabases } from './with-databases.js';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve the API, the docs and the public pages; with the embedded database also do the jobs')
    .action(() =>
      withDatabases(async (databases, settings) => {
        // The embedded database is for one machine and one command: nobody else is there to do the jobs.
        const server = await serve(databases, settings, databases.embedded);
        say(`Redress serves on ${server.address}. Ctrl-C stops it.`);
        await untilStopped();
        say('stopping: requests under way are answered first');
        await server.stop();
      }),
    );
}
