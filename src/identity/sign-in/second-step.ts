import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findSecondFactor, takeStep, useRecoveryCode } from '../records/second-factor.store.js';
import { OneTimeCodes } from './one-time-codes.js';

/** `none`: the person has no second factor. `missing`: one is needed, and no code was given. */
export type SecondStep = 'none' | 'passed' | 'missing' | 'wrong';

/** Whether the second step is passed. A code is used up by it, whatever else becomes of the sign-in. */
@Injectable()
export class SecondStepCheck {
  constructor(private readonly codes: OneTimeCodes) {}

  async run(
    manager: EntityManager,
    owner: { jurisdictionId: string; staffId: string },
    { code, at }: { code: string | undefined; at: Date },
  ): Promise<SecondStep> {
    const factor = await findSecondFactor(manager, owner.staffId);
    if (!factor?.confirmed) return 'none';
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
}
