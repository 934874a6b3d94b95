import type { Command } from 'commander';
import { work } from '../worker.js';
import { say } from './say.js';
import { untilStopped } from './until-stopped.js';
import { withDatabases } from './with-databases.js';

export function addWork(program: Command): void {
  program
    .command('work')
    .description('do the jobs that wait (building releases), until stopped')
    .action(() =>
      withDatabases(async (databases) => {
        const worker = await work(databases);
        say('Redress works. Ctrl-C stops it when the job in hand is done.');
        await untilStopped();
        await worker.stop();
      }),
    );
}
