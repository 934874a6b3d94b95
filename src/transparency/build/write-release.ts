import { createHash } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedFile } from '../verify/index.js';
import type { TableManifest } from './release-manifest.js';

/** The texts, then the manifest that lists them and the data file. @param texts name and content */
export async function writeListed<M extends Pick<TableManifest, 'file'>>(
  directory: string,
  manifest: M,
  texts: readonly (readonly [string, string])[],
): Promise<M> {
  const { name, sha256, bytes } = manifest.file;
  const files: ListedFile[] = [{ name, sha256, bytes }];
  for (const [file, text] of texts) files.push(await writeDurably(directory, file, text));
  const listed = { ...manifest, files };
  await writeDurably(directory, 'manifest.json', `${JSON.stringify(listed, null, 2)}\n`);
  await syncDirectory(directory);
  return listed;
}

export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

/** What stands beside `path` under a name that begins so. */
export async function removeSiblings(path: string, prefix: string): Promise<void> {
  const parent = dirname(path);
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => removeDirectory(join(parent, name))));
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

async function writeDurably(directory: string, name: string, text: string): Promise<ListedFile> {
  const bytes = Buffer.from(text);
  const file = await open(join(directory, name), 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
