import { MasterKey, type Place, seal, unseal } from '../crypto/index.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';

/** 32 bytes of a file or of the environment: for development, and for places without a key service. */
export class LocalKey implements KeyEncryptionKey {
  readonly id: string;
  private readonly key: Buffer;

  constructor(readonly secret: Buffer) {
    const master = new MasterKey(secret);
    this.id = `local:${master.id}`;
    this.key = master.sealingKey('key-encryption');
  }

  wrap(place: Place, key: Buffer): Promise<Buffer> {
    return Promise.resolve(seal(this.key, place, key));
  }

  async unwrap(place: Place, wrapped: Buffer): Promise<Buffer> {
    return Promise.resolve(unseal(this.key, place, wrapped));
  }
}
