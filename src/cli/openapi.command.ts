import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { describeApi } from '../openapi.js';
import { say } from './say.js';

export function addOpenApi(program: Command): void {
  program
    .command('openapi <file>')
    .description("write the API's description (OpenAPI 3) to a file")
    .option('--check', 'write nothing; exit 1 when the file is stale')
    .action(async (file: string, options: { check?: boolean }) => {
      const document = `${JSON.stringify(await describeApi(), null, 2)}\n`;
      if (!options.check) {
        await writeFile(file, document);
        say(`${file} is written.`);
        return;
      }
      if ((await readFile(file, 'utf8')) === document) return;
      say(`${file} is stale: run npm run openapi and commit it.`);
      process.exitCode = 1;
    });
}
