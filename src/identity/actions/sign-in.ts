import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { PasswordHasher } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertSession } from '../records/session.store.js';
import { findDecoy, NOBODY, updateDecoy } from '../records/sign-in-decoy.store.js';
import { findCredential, findProving, type SigningIn, updateAttempts } from '../records/staff.store.js';
import { afterFailure, isLocked } from '../rules/lockout.js';
import { sessionToken } from '../rules/token.js';
import { type SecondStep, SecondStepCheck } from '../sign-in/second-step.js';

export interface Credentials {
  jurisdiction: string;
  signInName: string;
  password: string;
  /** Of the second factor */
  code?: string | undefined;
}

/** A staff member signs in. One answer for every way to fail, after the same work: nobody learns which names exist. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: CaseDatabase,
    private readonly passwords: PasswordHasher,
    private readonly secondStep: SecondStepCheck,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken sign-in-refused, second-factor-needed (401): that one to whoever has the password */
  async run(credentials: Credentials): Promise<{ token: string; actor: ActorOf<'staff'> }> {
    const jurisdiction = await this.database.jurisdictionBySlug(credentials.jurisdiction);
    const signInName = credentials.signInName.trim().toLowerCase();
    const scope = jurisdiction && { jurisdictionId: jurisdiction.id };
    const before = scope && (await this.database.read(scope, (manager) => findCredential(manager, signInName)));
    // The slow hash is computed outside of any transaction, so that it holds no connection and no lock.
    const matches = await this.passwords.matches(credentials.password, before?.passwordHash ?? null);
    if (!scope) throw refused();
    const admitted = await this.database.transaction(scope, async (manager) => {
      // Whoever is not there is refused as a person is, by the same statements on a row that stands for nobody.
      const person = await (before ? findProving(manager, before.id) : findDecoy(manager, scope.jurisdictionId));
      if (!person) return null;
      const token = await this.admit(manager, { ...scope, person, matches, code: credentials.code });
      if (token === null || token === 'missing') return token;
      return { token, actor: { kind: 'staff' as const, ...scope, staffId: person.id, roles: person.roles } };
    });
    if (admitted === 'missing') throw codeNeeded();
    if (!admitted) throw refused();
    return admitted;
  }

  /** The new session's token; null when refused; `missing` when all that is missing is the second factor's code. */
  private async admit(
    manager: EntityManager,
    { jurisdictionId, person, matches, code }: Attempt,
  ): Promise<string | null> {
    const now = this.clock.now();
    const locked = isLocked(person, now);
    const owner = { jurisdictionId, staffId: person.id };
    const second: SecondStep =
      matches && !locked ? await this.secondStep.run(manager, owner, { code, at: now }) : 'wrong';
    const admitted = second === 'none' || second === 'passed';
    await recordHistory(manager, {
      actor: { kind: 'system', jurisdictionId },
      action: admitted ? 'session.start' : 'session.refuse',
      subject: { kind: 'staff', id: person.id },
      details: { locked, ...(matches && !locked ? { secondFactor: second } : {}) },
      at: now,
    });
    if (second === 'missing') return second;
    if (!admitted) {
      const attempts = locked ? person : afterFailure(person, now);
      await (person.id === NOBODY.id ? updateDecoy(manager, attempts) : updateAttempts(manager, person.id, attempts));
      return null;
    }
    await updateAttempts(manager, person.id, { failedSignIns: 0, lockedUntil: null });
    const token = sessionToken(jurisdictionId, randomBytes(32).toString('base64url'));
    await insertSession(manager, { jurisdictionId, staffId: person.id, token, now });
    return token;
  }
}

interface Attempt {
  jurisdictionId: string;
  person: SigningIn;
  matches: boolean;
  code: string | undefined;
}

function refused(): RuleBroken {
  return new RuleBroken(
    'sign-in-refused',
    'The name or the password is wrong, or the account is closed for a while.',
    401,
  );
}

function codeNeeded(): RuleBroken {
  return new RuleBroken(
    'second-factor-needed',
    'Send the code of your device, or a recovery code, as `code`, or sign in with a passkey.',
    401,
  );
}
