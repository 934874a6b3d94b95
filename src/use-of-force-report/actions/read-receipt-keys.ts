import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { type ReceiptKey, ReceiptSigner } from '../receipt/receipt-signer.js';

/** The public keys that a place's receipts were ever signed with, the present one first. */
@Injectable()
export class ReadReceiptKeys {
  constructor(
    private readonly database: CaseDatabase,
    private readonly signer: ReceiptSigner,
  ) {}

  /** @throws NotFound */
  async run(slug: string): Promise<ReceiptKey[]> {
    const place = await this.database.jurisdictionBySlug(slug);
    if (!place) throw new NotFound();
    const former: ReceiptKey[] = await this.database.read({ jurisdictionId: place.id }, (manager) =>
      manager.query('SELECT id, public_key AS "publicKey" FROM redress.receipt_key ORDER BY first_used_at DESC'),
    );
    const current = this.signer.currentKey(place.id);
    return [current, ...former.filter(({ id }) => id !== current.id)];
  }
}
