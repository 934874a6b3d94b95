import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { deriveKey } from './derive-key.js';

/** The secret that everything else hangs on. It stays outside the database; only keys derived from it are used. */
@Injectable()
export class MasterKey {
  /** Names the key that wrapped something, so that a later rotation knows which rows are still under this one. */
  readonly id: string;

  private readonly derived = new Map<string, Buffer>();

  constructor(private readonly secret: Buffer) {
    this.id = this.keyFor('key-id').subarray(0, 6).toString('hex');
  }

  /** The key that wraps a jurisdiction's case keys. */
  wrappingKey(jurisdictionId: string): Buffer {
    return this.keyFor(`case-keys/${jurisdictionId}`);
  }

  /** HMAC-SHA-256 under a key for this purpose: what is stored of a secret that a person carries. */
  fingerprint(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.keyFor(`fingerprint/${purpose}`))
      .update(value)
      .digest();
  }

  /** For what belongs to no case: what of a department's submission was not taken, say. */
  sealingKey(purpose: string): Buffer {
    return this.keyFor(`sealing/${purpose}`);
  }

  /** From which a signing key is made, the same at every start; its public half tells nothing of it. */
  signingSeed(purpose: string): Buffer {
    return this.keyFor(`signing/${purpose}`);
  }

  /** Purposes are few, a jurisdiction and a kind of secret each: their keys stand beside the secret that they come from. */
  private keyFor(purpose: string): Buffer {
    const known = this.derived.get(purpose) ?? deriveKey(this.secret, purpose);
    this.derived.set(purpose, known);
    return known;
  }
}
