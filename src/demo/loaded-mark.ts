import { existsSync, realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MARK = 'loaded';

export function isLoaded(directory: string): boolean {
  return existsSync(join(directory, MARK));
}

export async function markLoaded(directory: string): Promise<void> {
  await writeFile(join(directory, MARK), 'The demo was loaded whole. Remove this directory to load it again.\n');
}

/** A load that was cut short is begun anew; the directory holds the demo and nothing else. */
export async function clearHalfLoaded(directory: string, report: (line: string) => void): Promise<void> {
  const postgres = join(directory, 'postgres');
  if (!existsSync(postgres) || isLoaded(directory)) return;
  report('an earlier start was cut short: loading the demo from the beginning');
  // The server's data may stand elsewhere, behind a link: see database/embedded.
  await rm(realpathSync(postgres), { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}
