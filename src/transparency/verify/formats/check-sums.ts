import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedFile } from '../manifest.js';
import type { Violation } from '../violation.js';

const NAME = 'SHA256SUMS';

/** `SHA256SUMS` says of every file what the manifest says, and leaves none out but itself. */
export async function checkSums(directory: string, listed: readonly ListedFile[]): Promise<readonly Violation[]> {
  if (!listed.some(({ name }) => name === NAME)) return [];
  const text = await readFile(join(directory, NAME), 'utf8').catch(() => '');
  const expected = listed.filter(({ name }) => name !== NAME).map(({ name, sha256 }) => `${sha256}  ${name}`);
  const said = text.split('\n').filter((line) => line !== '');
  const same = said.length === expected.length && expected.every((line) => said.includes(line));
  return same ? [] : [{ code: 'sums-differ', message: `${NAME} does not say what the manifest says` }];
}
