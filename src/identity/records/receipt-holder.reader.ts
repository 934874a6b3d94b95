import { Injectable } from '@nestjs/common';
import { MasterKey } from '../../platform/crypto/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readReceiptCode } from '../../shared/receipt-code.js';
import { findReceipt } from './receipt.store.js';

/** Who holds a receipt, whether it came in a header or was typed into a page: one way, and one time that it takes. */
@Injectable()
export class ReceiptHolderReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly masterKey: MasterKey,
  ) {}

  /** Null when it opens nothing here. A code that cannot be one is looked up all the same: the answer takes the same way. */
  async of(slug: string, typed: string): Promise<ActorOf<'complainant'> | null> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    const code = readReceiptCode(typed) ?? '';
    const codeHash = this.masterKey.fingerprint('receipt', code);
    if (!jurisdiction) return null;
    const receipt = await this.database.read({ jurisdictionId: jurisdiction.id }, (manager) =>
      findReceipt(manager, codeHash),
    );
    return receipt && { kind: 'complainant', jurisdictionId: jurisdiction.id, ...receipt };
  }
}
