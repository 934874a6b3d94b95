import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a ciphertext belongs. It is authenticated with the text, so that a ciphertext moved elsewhere will not open. */
export interface Place {
  jurisdictionId: string;
  table: string;
  column: string;
  rowId: string;
}

export class SealBroken extends Error {
  constructor() {
    super('A sealed value does not open here: it was altered, moved, or sealed under another key.');
  }
}

function associatedData(place: Place): Buffer {
  return Buffer.from([place.jurisdictionId, place.table, place.column, place.rowId].join('|'));
}

/** AES-256-GCM: version (1 byte) | IV (12) | ciphertext | tag (16). `key` is 32 bytes. */
export function seal(key: Buffer, place: Place, plaintext: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(associatedData(place));
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken */
export function unseal(key: Buffer, place: Place, sealed: Buffer): Buffer {
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}
