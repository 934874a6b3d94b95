import type { Place } from '../crypto/index.js';

/**
 * The key outside the database that wraps the keys in it: of a file, of AWS KMS, of Vault. It is asked at the start and once an
 * hour for each organization key, never for a request.
 */
export interface KeyEncryptionKey {
  /** Names the key, never what it is: stands beside what it wrapped, so that a later start knows which one opens it. */
  readonly id: string;
  /** `place` is authenticated with the key: what was wrapped for one place does not open for another. */
  wrap(place: Place, key: Buffer): Promise<Buffer>;
  /** @throws KeyServiceFailed, SealBroken */
  unwrap(place: Place, wrapped: Buffer): Promise<Buffer>;
}

/** The service that holds the key refused or did not answer. Says which, and nothing of what was asked. */
export class KeyServiceFailed extends Error {
  constructor(
    readonly keyId: string,
    readonly said: string,
  ) {
    super(`${keyId} does not answer as it should: ${said}`);
  }
}
