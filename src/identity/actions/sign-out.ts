import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endSession } from '../records/session.store.js';

/** The session ends now, on every instance: each request looks it up. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(actor: ActorOf<'staff'>, token: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await endSession(manager, token, at);
      await recordHistory(manager, { actor, action: 'session.end', subject: { kind: 'staff', id: actor.staffId }, at });
    });
  }
}
