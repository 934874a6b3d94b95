import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { statusMachinesPage } from './status-machines.page.js';
import { say } from './say.js';

export function addDiagrams(program: Command): void {
  program
    .command('diagrams <file>')
    .description('draw every status machine, from the tables that the code goes by, to a Markdown file')
    .option('--check', 'write nothing; exit 1 when the file is stale')
    .action(async (file: string, options: { check?: boolean }) => {
      const page = statusMachinesPage();
      if (!options.check) {
        await writeFile(file, page);
        say(`${file} is written.`);
        return;
      }
      if ((await readFile(file, 'utf8')) === page) return;
      say(`${file} is stale: run redress diagrams ${file} and commit it.`);
      process.exitCode = 1;
    });
}
