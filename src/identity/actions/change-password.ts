import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { PasswordHasher } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endSessionsOf } from '../records/session.store.js';
import { findOwnAccount, updatePassword } from '../records/staff.store.js';
import { passwordFault } from '../sign-in/password-fault.js';

/** A person takes another password. Every session ends, this one too: whoever else had one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: CaseDatabase,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken password-wrong, weak-password (422) */
  async run(actor: ActorOf<'staff'>, { current, chosen }: { current: string; chosen: string }): Promise<void> {
    const account = await this.database.read(actor, (manager) => findOwnAccount(manager, actor.staffId));
    if (!(await this.passwords.matches(current, account?.passwordHash ?? null)) || !account)
      throw new RuleBroken('password-wrong', 'The password that you have now is another one.', 422);
    const refused = passwordFault(chosen, [account.signInName, account.displayName]);
    if (refused) throw new RuleBroken('weak-password', refused, 422);
    const passwordHash = await this.passwords.hash(chosen);
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await updatePassword(manager, actor.staffId, { former: account.passwordHash, passwordHash })))
        throw new RuleBroken('password-wrong', 'The password was changed a moment ago: sign in with it.', 422);
      await endSessionsOf(manager, actor.staffId, at);
      const subject = { kind: 'staff', id: actor.staffId };
      await recordHistory(manager, { actor, action: 'staff.change-password', subject, at });
    });
  }
}
