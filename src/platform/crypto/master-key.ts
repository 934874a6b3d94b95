import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { deriveKey } from './derive-key.js';

/**
 * The secret that what belongs to no case hangs on: fingerprints, signatures, what is sealed for the office. Only keys derived
 * from it are used. Cases' keys hang on their jurisdiction's organization key instead.
 */
@Injectable()
export class MasterKey {
  /** Names the secret, and tells nothing of it. */
  readonly id: string;

  private readonly derived: Map<string, Buffer>;

  /** @param kept keys that were in use before this secret was, by purpose */
  constructor(
    private readonly secret: Buffer,
    kept: ReadonlyMap<string, Buffer> = new Map(),
  ) {
    this.derived = new Map(kept);
    this.id = this.keyFor('key-id').subarray(0, 6).toString('hex');
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

  /** For words of a jurisdiction's office that belong to no case. */
  officeKey(jurisdictionId: string, use: string): Buffer {
    return this.keyFor(`office/${jurisdictionId}/${use}`);
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
