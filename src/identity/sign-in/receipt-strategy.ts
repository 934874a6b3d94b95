import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { ActorOf } from '../../shared/actor.js';
import { ReceiptHolderReader } from '../records/receipt-holder.reader.js';
import { CredentialStrategy, type CredentialRequest } from './credential-strategy.js';

/** Complainants: the code on their receipt, in a header only, so that it stands in no log and no browser history. */
@Injectable()
export class ReceiptStrategy extends PassportStrategy(CredentialStrategy, 'receipt') {
  constructor(private readonly holders: ReceiptHolderReader) {
    super(({ headers }: CredentialRequest) => {
      const value = headers['redress-receipt'];
      return typeof value === 'string' ? value : null;
    });
  }

  async validate(typed: string, request: CredentialRequest): Promise<ActorOf<'complainant'> | false> {
    return (await this.holders.of(request.params['jurisdiction'] ?? '', typed)) ?? false;
  }
}
