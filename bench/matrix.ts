import { readFileSync } from 'node:fs';
import { GRANTEES } from '../src/cli/permissions.page.js';
import { ask, operationsOf, stopBehindGuard } from '../test/support/matrix/ask.js';
import { cellsOf, expected, readTable } from '../test/support/matrix/expected.js';
import { Stage } from '../test/support/matrix/stage.js';
import { onTestServer } from './support/on-test-server.js';

/** Every operation × every kind of person × every way to stand to a case, over HTTP, against the written table. */
export async function run(): Promise<void> {
  const description = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Parameters<typeof operationsOf>[0];
  const table = readTable(readFileSync('docs/who-may-do-what.md', 'utf8'));
  const operations = operationsOf(description);
  const people = ['nobody', ...GRANTEES];
  const cells = cellsOf(operations, people);
  await onTestServer(async () => {
    const stage = await Stage.open();
    const goOn = stopBehindGuard();
    let mismatches = 0;
    for (const cell of cells) {
      const [should, is] = [expected(cell, table), await ask(stage, cell)];
      if (is === should) continue;
      mismatches++;
      process.stdout.write(
        `${cell.operation.method} ${cell.operation.path} by ${cell.person}, ${cell.standing}: ${is}, not ${should}\n`,
      );
    }
    goOn();
    await stage.redress.stop();
    process.stdout.write(
      `${operations.length} operations × ${people.length} people × up to 10 standings: ${cells.length} cells, ${mismatches} mismatches\n`,
    );
    if (mismatches > 0) process.exitCode = 1;
  });
}
