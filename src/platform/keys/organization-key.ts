import { createHmac } from 'node:crypto';
import { deriveKey, type Place, seal, unseal } from '../crypto/index.js';

/**
 * One version of a jurisdiction's key. It wraps the keys of cases, of compartments and of release epochs, and makes the blind
 * index; nothing else is under it, so that it can be rotated while the application serves.
 */
export class OrganizationKey {
  private readonly wrapping: Buffer;
  private readonly epochs: Buffer;
  private readonly index: Buffer;

  constructor(
    readonly version: number,
    jurisdictionId: string,
    secret: Buffer,
  ) {
    // As it was derived of the master key: of a database older than these keys, version 1 is that very secret.
    this.wrapping = deriveKey(secret, `case-keys/${jurisdictionId}`);
    this.epochs = deriveKey(this.wrapping, 'release-epoch');
    this.index = deriveKey(secret, `fingerprint/index/${jurisdictionId}`);
  }

  wrap(place: Place, key: Buffer): Buffer {
    return seal(this.wrappingKey(place), place, key);
  }

  /** @throws SealBroken */
  unwrap(place: Place, wrapped: Buffer): Buffer {
    return unseal(this.wrappingKey(place), place, wrapped);
  }

  /** HMAC-SHA-256: the same value has the same one in every case of the jurisdiction, under this version. */
  blindIndex(value: string): Buffer {
    return createHmac('sha256', this.index).update(value).digest();
  }

  private wrappingKey({ table }: Place): Buffer {
    return table === 'release_epoch' ? this.epochs : this.wrapping;
  }
}
