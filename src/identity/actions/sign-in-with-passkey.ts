import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { insertSession } from '../records/session.store.js';
import { sessionToken } from '../rules/token.js';
import { PasskeyCheck } from '../sign-in/passkey-check.js';
import { PasskeyOptions } from '../sign-in/passkey-options.js';

/** Of no place: a challenge for it is like any other, and opens nothing. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * A passkey shows two things at once: the device, and the finger or number that unlocks it. There is nothing to guess, so an
 * account that wrong passwords have closed still opens to it.
 */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly options: PasskeyOptions,
    private readonly passkeys: PasskeyCheck,
    private readonly clock: Clock,
  ) {}

  async begin(slug: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    return this.options.toSignIn(jurisdiction?.id ?? NOWHERE);
  }

  /** @throws RuleBroken sign-in-refused (401) */
  async run(slug: string, response: unknown): Promise<{ token: string }> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    const token = jurisdiction && (await this.admit(jurisdiction.id, response));
    if (!token)
      throw new RuleBroken('sign-in-refused', 'This passkey opens nothing here: ask for a new challenge.', 401);
    return { token };
  }

  private async admit(jurisdictionId: string, response: unknown): Promise<string | null> {
    const now = this.clock.now();
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const used = await this.passkeys.used(manager, { jurisdictionId, response, at: now });
      if (!used) return null;
      const { passkey, shown } = used;
      await recordHistory(manager, {
        actor: { kind: 'system', jurisdictionId },
        action: shown ? 'session.start' : 'session.refuse',
        subject: { kind: 'staff', id: passkey.staffId },
        details: { passkey: passkey.id },
        at: now,
      });
      if (!shown) return null;
      const token = sessionToken(jurisdictionId, randomBytes(32).toString('base64url'));
      await insertSession(manager, { jurisdictionId, staffId: passkey.staffId, token, now });
      return token;
    });
  }
}
