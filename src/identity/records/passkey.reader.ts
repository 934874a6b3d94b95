import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { listPasskeys, type ListedPasskey } from './passkey.store.js';

@Injectable()
export class PasskeyReader {
  constructor(private readonly database: CaseDatabase) {}

  async of(actor: ActorOf<'staff'>): Promise<ListedPasskey[]> {
    return this.database.read(actor, (manager) => listPasskeys(manager, actor.staffId));
  }
}
