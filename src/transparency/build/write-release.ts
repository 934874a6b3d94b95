import { open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dictionary, dictionaryCsv } from './dictionary.js';
import type { ReleaseManifest } from './release-manifest.js';

/** The files of a release, by the names under which they are published. */
export const RELEASE_FILES = ['data.csv', 'manifest.json', 'dictionary.json', 'dictionary.csv'] as const;
export type ReleaseFileName = (typeof RELEASE_FILES)[number];

/** Beside `data.csv`: the manifest and the dictionary, on the disk itself before this answers. */
export async function writeBeside(directory: string, manifest: ReleaseManifest): Promise<void> {
  await writeDurably(join(directory, 'dictionary.json'), `${JSON.stringify(dictionary(manifest), null, 2)}\n`);
  await writeDurably(join(directory, 'dictionary.csv'), dictionaryCsv(manifest));
  await writeDurably(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncDirectory(directory);
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

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o640);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
