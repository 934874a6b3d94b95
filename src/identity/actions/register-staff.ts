import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { PasswordHasher } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor, StaffRole } from '../../shared/actor.js';
import { insertStaff } from '../records/staff.store.js';
import { passwordFault } from '../sign-in/password-fault.js';

export interface NewStaff {
  signInName: string;
  displayName: string;
  password: string;
  roles: readonly StaffRole[];
}

@Injectable()
export class RegisterStaff {
  constructor(
    private readonly database: CaseDatabase,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken weak-password (422), sign-in-name-taken (409) */
  async run(actor: Actor, person: NewStaff): Promise<{ id: string }> {
    const refused = passwordFault(person.password, [person.signInName, person.displayName]);
    if (refused) throw new RuleBroken('weak-password', refused, 422);
    const id = newId();
    const passwordHash = await this.passwords.hash(person.password);
    await this.database.transaction(actor, async (manager) => {
      const signInName = person.signInName.trim().toLowerCase();
      const inserted = await insertStaff(manager, {
        ...person,
        jurisdictionId: actor.jurisdictionId,
        id,
        signInName,
        passwordHash,
      });
      if (!inserted)
        throw new RuleBroken('sign-in-name-taken', `Somebody signs in as ${signInName} already: choose another name.`);
      const subject = { kind: 'staff', id };
      await recordHistory(manager, {
        actor,
        action: 'staff.register',
        subject,
        details: { roles: person.roles },
        at: this.clock.now(),
      });
    });
    return { id };
  }
}
