import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { permissionsPage } from './permissions.page.js';
import { say } from './say.js';

export function addPermissions(program: Command): void {
  program
    .command('permissions <file>')
    .description('write who may do what, from the table that the guard goes by, to a Markdown file')
    .action(async (file: string) => {
      await writeFile(file, permissionsPage());
      say(`${file} is written.`);
    });
}
