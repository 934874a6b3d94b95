import type { Command } from 'commander';
import { migrate } from '../database/migrate.js';
import { answer, say } from './say.js';
import { withDatabases } from './with-databases.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description("bring the database's schema up to date, as its owner (DATABASE_URL), and let the two roles sign in")
    .option('--json', 'print {applied: [names]} as the last line')
    .action((options: { json?: boolean }) =>
      withDatabases(async ({ ownerUrl, appUrl, publicUrl }) => {
        if (ownerUrl === undefined)
          throw new Error('Set DATABASE_URL to the owner of the database: only the owner may migrate it.');
        const applied = await migrate(ownerUrl, { appUrl, publicUrl });
        say(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}.`);
        if (options.json) answer({ applied });
      }),
    );
}
