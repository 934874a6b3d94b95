import { hkdfSync } from 'node:crypto';

/** A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869): what is known of one key says nothing of another. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `redress/${purpose}`, 32));
}
