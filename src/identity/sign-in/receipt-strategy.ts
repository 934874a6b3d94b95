import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { MasterKey } from '../../platform/crypto/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readReceiptCode } from '../../shared/receipt-code.js';
import { findReceipt } from '../records/receipt.store.js';
import { CredentialStrategy, type CredentialRequest } from './credential-strategy.js';

/** Complainants: the code on their receipt, in a header only, so that it stands in no log and no browser history. */
@Injectable()
export class ReceiptStrategy extends PassportStrategy(CredentialStrategy, 'receipt') {
  constructor(
    private readonly database: CaseDatabase,
    private readonly masterKey: MasterKey,
  ) {
    super(({ headers }: CredentialRequest) => {
      const value = headers['redress-receipt'];
      return typeof value === 'string' ? value : null;
    });
  }

  /** A code that cannot be one is looked up all the same: the answer takes the same way and the same time. */
  async validate(typed: string, request: CredentialRequest): Promise<ActorOf<'complainant'> | false> {
    const jurisdiction = await this.database.jurisdictionBySlug(request.params['jurisdiction'] ?? '');
    const code = readReceiptCode(typed) ?? '';
    const codeHash = this.masterKey.fingerprint('receipt', code);
    if (!jurisdiction) return false;
    const receipt = await this.database.read({ jurisdictionId: jurisdiction.id }, (manager) =>
      findReceipt(manager, codeHash),
    );
    return receipt !== null && { kind: 'complainant', jurisdictionId: jurisdiction.id, ...receipt };
  }
}
