import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { checkedProfile } from '../records/check-profile.js';
import { insertProfile } from '../records/profile.store.js';

/**
 * A place takes a programme's rules into its own hands: a new programme, or a version that mends what is unconfirmed in one
 * that comes with the program. Which departments it binds, the charter says.
 */
@Injectable()
export class EnactProfile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken profile-refused (422, with faults), profile-version-taken (409) */
  async run(actor: ActorOf<'staff'>, sent: unknown): Promise<{ id: string; version: string }> {
    const document = checkedProfile(sent);
    const { id: profile, version } = document;
    const at = this.clock.now();
    const { jurisdictionId, staffId } = actor;
    const id = newId();
    return this.database.transaction(actor, async (manager) => {
      if (!(await insertProfile(manager, { jurisdictionId, id, document, enactedBy: staffId, at })))
        throw new RuleBroken(
          'profile-version-taken',
          `Version ${version} of ${profile} is enacted already: give this one a version of its own.`,
        );
      const subject = { kind: 'use-of-force-profile', id };
      const details = { profile, version };
      await recordHistory(manager, { actor, action: 'use-of-force-profile.enact', subject, details, at });
      return { id: profile, version };
    });
  }
}
