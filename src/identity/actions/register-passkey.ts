import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { credentialIdsOf, insertPasskey } from '../records/passkey.store.js';
import { findStaffName } from '../records/staff.store.js';
import { PasskeyCheck } from '../sign-in/passkey-check.js';
import { PasskeyOptions } from '../sign-in/passkey-options.js';

/** A person gets a passkey: from now on they sign in with it, and no longer with the password alone. */
@Injectable()
export class RegisterPasskey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly options: PasskeyOptions,
    private readonly passkeys: PasskeyCheck,
    private readonly clock: Clock,
  ) {}

  async begin(actor: ActorOf<'staff'>): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { staffId } = actor;
    const [name, known] = await this.database.read(actor, async (manager) => [
      (await findStaffName(manager, staffId)) ?? '',
      await credentialIdsOf(manager, staffId),
    ]);
    return this.options.toRegister({ staffId, name }, known);
  }

  /** @throws RuleBroken passkey-refused (422), passkey-known (409) */
  async run(actor: ActorOf<'staff'>, label: string, response: unknown): Promise<{ id: string }> {
    const { jurisdictionId, staffId } = actor;
    const at = this.clock.now();
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const made = await this.passkeys.registered(manager, staffId, { jurisdictionId, response, at });
      if (!made)
        throw new RuleBroken(
          'passkey-refused',
          'This is not a passkey that you made here in the last five minutes: ask for a new challenge and try again.',
          422,
        );
      if (!(await insertPasskey(manager, { jurisdictionId, id, staffId, label, at, ...made })))
        throw new RuleBroken('passkey-known', 'This passkey is registered already.');
      const subject = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'passkey.register', subject, details: { passkey: id }, at });
    });
    return { id };
  }
}
