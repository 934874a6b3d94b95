import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { markCancelled, releaseById } from '../records/release.store.js';
import { statusForbids } from './verify-release.js';

/** Calls off a release that is being built, or waits to be. Whoever builds it notices within a second and leaves nothing behind. */
@Injectable()
export class CancelRelease {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409) when it is built already, or will not be */
  async run(actor: ActorOf<'staff'>, releaseId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      const release = await releaseById(manager, releaseId, true);
      if (!(await markCancelled(manager, releaseId))) throw statusForbids(release);
      const subject = { kind: 'release', id: releaseId };
      const details = { version: release.version };
      await recordHistory(manager, { actor, action: 'release.cancel', subject, details, at: this.clock.now() });
    });
  }
}
