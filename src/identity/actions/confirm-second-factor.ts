import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { confirmSecondFactor, findSecondFactor, takeStep } from '../records/second-factor.store.js';
import { OneTimeCodes } from '../sign-in/one-time-codes.js';

/** The first code shows that the device works: from now on signing in needs one. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly database: CaseDatabase,
    private readonly codes: OneTimeCodes,
    private readonly clock: Clock,
  ) {}

  /** @returns codes for when the device is lost, shown this once. @throws RuleBroken second-factor-not-begun (409), code-wrong (422) */
  async run(actor: ActorOf<'staff'>, code: string): Promise<{ recoveryCodes: string[] }> {
    const at = this.clock.now();
    const recoveryCodes = this.codes.drawRecovery();
    await this.database.transaction(actor, async (manager) => {
      const { jurisdictionId, staffId } = actor;
      const factor = await findSecondFactor(manager, staffId);
      if (!factor || factor.confirmed)
        throw new RuleBroken('second-factor-not-begun', 'There is no second factor to confirm: begin one first.');
      const step = this.codes.stepOf(actor, factor.cipher, code, at);
      if (step === null || !(await takeStep(manager, staffId, step)))
        throw new RuleBroken('code-wrong', 'This is not the code of now: look at the device, and at its clock.', 422);
      const hashes = recoveryCodes.map((written) => this.codes.recoveryHash(actor, written));
      await confirmSecondFactor(manager, { jurisdictionId, staffId, hashes, at });
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'second-factor.set', subject, at });
    });
    return { recoveryCodes };
  }
}
