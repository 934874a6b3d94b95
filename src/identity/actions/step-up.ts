import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { PasswordHasher } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { noteProof } from '../records/session.store.js';
import { findOwnAccount, findProving, updateAttempts } from '../records/staff.store.js';
import { afterFailure, isLocked } from '../rules/lockout.js';
import { SecondStepCheck } from '../sign-in/second-step.js';

export interface Proof {
  /** From whoever has no second factor */
  password?: string | undefined;
  /** Of the second factor, or a recovery code */
  code?: string | undefined;
  /** What a browser gave of a passkey */
  passkey?: object | undefined;
}

/** Somebody who is signed in shows once more that it is they. Wrong proofs count like wrong sign-ins. */
@Injectable()
export class StepUp {
  constructor(
    private readonly database: CaseDatabase,
    private readonly passwords: PasswordHasher,
    private readonly secondStep: SecondStepCheck,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken step-up-refused (403) */
  async run(actor: ActorOf<'staff'>, token: string, { password, code, passkey }: Proof): Promise<void> {
    const account = await this.database.read(actor, (manager) => findOwnAccount(manager, actor.staffId));
    const matches = password !== undefined && (await this.passwords.matches(password, account?.passwordHash ?? null));
    const at = this.clock.now();
    const passed = await this.database.transaction(actor, async (manager) => {
      const person = await findProving(manager, actor.staffId);
      if (!person) return false;
      const locked = isLocked(person, at);
      const second = locked ? 'wrong' : await this.secondStep.run(manager, actor, { code, passkey, at });
      // The password of before does not do where it was changed meanwhile.
      const known = matches && person.passwordHash === account?.passwordHash;
      const shown = second === 'passed' || (second === 'none' && known);
      const subject = { kind: 'staff', id: actor.staffId };
      const action = shown ? 'session.step-up' : 'session.refuse-step-up';
      await recordHistory(manager, { actor, action, subject, details: { locked, secondFactor: second }, at });
      if (shown) await noteProof(manager, token, at);
      if (shown) await updateAttempts(manager, actor.staffId, { failedSignIns: 0, lockedUntil: null });
      else if (!locked) await updateAttempts(manager, actor.staffId, afterFailure(person, at));
      return shown;
    });
    if (!passed)
      throw new RuleBroken(
        'step-up-refused',
        'That did not show who you are: send the `code` of your second factor, a `passkey`, or your `password` where you have none.',
        403,
      );
  }
}
