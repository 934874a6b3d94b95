import type { Readable } from 'node:stream';

/** Where large sealed files lie: under a key that we draw, never under a name that somebody chose. */
export abstract class ObjectStore {
  /** Resolves when the whole of it would outlast a power cut; a stream that fails leaves nothing behind. */
  abstract put(key: string, bytes: Readable): Promise<void>;
  /** @throws ObjectMissing */
  abstract get(key: string): Promise<Readable>;
  /** Deleting what is not there is no error. */
  abstract delete(key: string): Promise<void>;
}

export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no stored object ${key}.`);
  }
}
