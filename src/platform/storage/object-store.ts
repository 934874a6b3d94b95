import type { Readable } from 'node:stream';

export interface StoredPart {
  readonly from: number;
  /** 1 or more, and no further than the object goes */
  readonly bytes: number;
}

/** Where large sealed files lie: under a key that we draw, never under a name that somebody chose. */
export abstract class ObjectStore {
  /** Resolves when the whole of it would outlast a power cut; a stream that fails leaves nothing behind. */
  abstract put(key: string, bytes: Readable): Promise<void>;
  /** All of it, or so many bytes from there on. @throws ObjectMissing */
  abstract get(key: string, part?: StoredPart): Promise<Readable>;
  /** Deleting what is not there is no error. */
  abstract delete(key: string): Promise<void>;
}

export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`There is no stored object ${key}.`);
  }
}
