import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { credentialIdsOf } from '../records/passkey.store.js';
import { findSecondFactor, takeStep, useRecoveryCode } from '../records/second-factor.store.js';
import { OneTimeCodes } from './one-time-codes.js';
import { PasskeyCheck } from './passkey-check.js';

/** `none`: the person has no second factor. `missing`: one is needed, and no code was given. */
export type SecondStep = 'none' | 'passed' | 'missing' | 'wrong';

/** Whether the second step is passed. A code is used up by it, whatever else becomes of the sign-in. */
@Injectable()
export class SecondStepCheck {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly passkeys: PasskeyCheck,
  ) {}

  async run(
    manager: EntityManager,
    owner: { jurisdictionId: string; staffId: string },
    { code, passkey, at }: { code: string | undefined; passkey?: object | undefined; at: Date },
  ): Promise<SecondStep> {
    if (passkey !== undefined) return this.byPasskey(manager, owner, { response: passkey, at });
    const factor = await findSecondFactor(manager, owner.staffId);
    if (!factor?.confirmed) {
      // Whoever has a passkey has no code: the password alone lets nobody in as them.
      if ((await credentialIdsOf(manager, owner.staffId)).length === 0) return 'none';
      return code === undefined ? 'missing' : 'wrong';
    }
    if (code === undefined) return 'missing';
    const step = this.codes.stepOf(owner, factor.cipher, code, at);
    const passed =
      step === null
        ? await useRecoveryCode(manager, {
            staffId: owner.staffId,
            hash: this.codes.recoveryHash(owner, code),
            at,
          })
        : await takeStep(manager, owner.staffId, step);
    return passed ? 'passed' : 'wrong';
  }

  private async byPasskey(
    manager: EntityManager,
    { jurisdictionId, staffId }: { jurisdictionId: string; staffId: string },
    sent: { response: object; at: Date },
  ): Promise<SecondStep> {
    const used = await this.passkeys.used(manager, { jurisdictionId, ...sent });
    return used?.shown === true && used.passkey.staffId === staffId ? 'passed' : 'wrong';
  }
}
