import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SEALED_FRAME } from '../crypto/sealed-stream.js';
import { ObjectMissing, ObjectStore, type StoredPart } from './object-store.js';

const SAFE = /^[a-z0-9][a-z0-9/-]*$/;

/** Objects as files below a directory of our own: written beside, brought to the disk, then named. */
export class DirectoryStore extends ObjectStore {
  constructor(private readonly directory: string) {
    super();
  }

  override async put(key: string, bytes: Readable): Promise<void> {
    const path = this.pathOf(key);
    const unfinished = `${path}.unfinished`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600, flush: true }));
      await rename(unfinished, path);
      await syncDirectory(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  override async get(key: string, part?: StoredPart): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
      throw (error as { code?: unknown }).code === 'ENOENT' ? new ObjectMissing(key) : error;
    });
    const range = part && { start: part.from, end: part.from + part.bytes - 1 };
    return createReadStream('', { fd: file, highWaterMark: SEALED_FRAME, ...range });
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!SAFE.test(key) || key.includes('//')) throw new Error(`${key} is no key of ours.`);
    return join(this.directory, key);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}
