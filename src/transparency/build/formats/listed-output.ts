import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedFile } from '../../verify/index.js';

/** What a file is made of, piece by piece. */
export type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Writes the pieces as they come, with the file's hash, to the disk itself; memory does not grow with them. */
export async function writeListedFile(directory: string, name: string, pieces: Pieces): Promise<ListedFile> {
  const file = await open(join(directory, name), 'w', 0o640);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(buffer);
      bytes += buffer.length;
      await file.writeFile(buffer);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, sha256: hash.digest('hex'), bytes };
}
