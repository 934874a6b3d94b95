import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Canary, CONTROL, MARKS } from '../test/support/canary.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `canary [people]`: so many people file anonymously, read, answer and send a photo over real HTTP, each with an address, a
 * browser, a cookie, a name and a telephone number of their own. Prints in how many files any of it stands afterwards (0 is
 * demanded), that the search finds what is stored openly, and that it finds a column in the clear.
 */
export async function run([people = '200']: string[]): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'redress-canary-'));
  chmodSync(dataDirectory, 0o755);
  const canary = new Canary(dataDirectory);
  try {
    await canary.fly(Number(people));
    const receipts = canary.receipts.flatMap((code) => [code, code.replaceAll('-', '')]);
    const told = canary.hits(Object.values(MARKS));
    say(`${people} people wrote: ${told.length} hits of what they told or came from ${told.join(', ')}`);
    const kept = canary.hits(receipts);
    say(`their ${canary.receipts.length} receipts: ${kept.length} hits ${kept.join(', ')}`);
    say(
      `what is stored openly (${CONTROL.district}): ${canary.hits([CONTROL.district]).length} files, which must not be 0`,
    );
    await canary.plantColumn();
    const planted = canary.hits([MARKS.name]).length;
    say(`with a column in the clear planted: ${planted} files, which must not be 0`);
    if (told.length + kept.length > 0 || planted === 0) process.exitCode = 1;
  } finally {
    const postgres = realpathSync(join(dataDirectory, 'postgres'));
    for (const directory of [postgres, dataDirectory]) rmSync(directory, { recursive: true, force: true });
  }
}
