import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A directory of a bench's own, which others may enter: where root runs the embedded server, its account must reach it. One
 * that it cannot reach holds a link alone, and the gigabytes that it leads to outlive the directory.
 */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'redress-bench-'));
  await chmod(directory, 0o711);
  return directory;
}
