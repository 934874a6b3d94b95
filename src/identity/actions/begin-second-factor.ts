import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { beginSecondFactor } from '../records/second-factor.store.js';
import { findStaffName } from '../records/staff.store.js';
import { OneTimeCodes } from '../sign-in/one-time-codes.js';

/** A person sets up a device that makes one-time codes. It counts from its first code on. */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly database: CaseDatabase,
    private readonly codes: OneTimeCodes,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken second-factor-set (409) */
  async run(actor: ActorOf<'staff'>): Promise<{ secret: string; address: string }> {
    return this.database.transaction(actor, async (manager) => {
      const name = (await findStaffName(manager, actor.staffId)) ?? '';
      const { cipher, secret, address } = this.codes.draw(actor, name);
      const { jurisdictionId, staffId } = actor;
      if (!(await beginSecondFactor(manager, { jurisdictionId, staffId, cipher })))
        throw new RuleBroken(
          'second-factor-set',
          'You have a second factor already: an administrator removes it when the device is lost or replaced.',
        );
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'second-factor.begin', subject, at: this.clock.now() });
      return { secret, address };
    });
  }
}
