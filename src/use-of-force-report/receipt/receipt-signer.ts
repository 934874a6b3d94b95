import { Injectable } from '@nestjs/common';
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { MasterKey, signingKeyOf } from '../../platform/crypto/index.js';
import type { ReceiptStatement, SignedReceipt } from './signed-receipt.js';

export interface ReceiptKey {
  id: string;
  /** PEM */
  publicKey: string;
}

/** Signs what came in. Each jurisdiction has a key of its own, made of the master key: it lies nowhere. */
@Injectable()
export class ReceiptSigner {
  private readonly keys = new Map<string, ReceiptKey & { secret: KeyObject }>();

  constructor(private readonly masterKey: MasterKey) {}

  /** The public half is kept in the same transaction, so that a receipt can be checked when the key is another. */
  async sign(
    manager: EntityManager,
    place: { jurisdictionId: string; at: Date },
    statement: ReceiptStatement,
  ): Promise<SignedReceipt> {
    const { id, publicKey, secret } = this.keyOf(place.jurisdictionId);
    await manager.query(
      `INSERT INTO redress.receipt_key (jurisdiction_id, id, public_key, first_used_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [place.jurisdictionId, id, publicKey, place.at],
    );
    const text = JSON.stringify(statement);
    return { statement: text, keyId: id, signature: sign(null, Buffer.from(text), secret).toString('base64') };
  }

  /** The key that receipts are signed with now. */
  currentKey(jurisdictionId: string): ReceiptKey {
    const { id, publicKey } = this.keyOf(jurisdictionId);
    return { id, publicKey };
  }

  private keyOf(jurisdictionId: string): ReceiptKey & { secret: KeyObject } {
    const known = this.keys.get(jurisdictionId);
    if (known) return known;
    const secret = signingKeyOf(this.masterKey.signingSeed(`receipts/${jurisdictionId}`));
    const publicKey = createPublicKey(secret).export({ format: 'pem', type: 'spki' }).toString();
    const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
    const key = { id, publicKey, secret };
    this.keys.set(jurisdictionId, key);
    return key;
  }
}
