import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { insertSession } from '../records/session.store.js';
import { findStaffBySubject } from '../records/single-sign-on.store.js';
import { findProving, updateAttempts } from '../records/staff.store.js';
import { type IdClaims, showsSecondFactor } from '../rules/id-claims.js';
import { afterFailure, isLocked } from '../rules/lockout.js';
import { sessionToken } from '../rules/token.js';
import type { Returned } from '../sign-in/issuer-client.js';
import { SecondStepCheck } from '../sign-in/second-step.js';
import { SignOnRound } from '../sign-in/sign-on-round.js';

export interface CameBack extends Returned {
  jurisdiction: string;
  /** Of the second factor that the person has here, where the provider asked for none */
  secondFactorCode?: string | undefined;
}

/** Single sign-on: whoever the place's provider vouches for, and is registered as that subject. It registers nobody. */
@Injectable()
export class SignInThroughIssuer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly rounds: SignOnRound,
    private readonly secondStep: SecondStepCheck,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken no-single-sign-on (409) */
  async begin(slug: string): Promise<{ address: string; state: string; binding: string }> {
    return this.rounds.begin(slug, this.clock.now());
  }

  /** @throws RuleBroken sign-in-refused, second-factor-needed (401) */
  async run(back: CameBack): Promise<{ token: string }> {
    const now = this.clock.now();
    const vouched = await this.rounds.end(back.jurisdiction, back, now);
    const { jurisdictionId, claims } = vouched ?? {};
    const admitted =
      jurisdictionId !== undefined &&
      claims !== undefined &&
      (await this.database.transaction({ jurisdictionId }, (manager) =>
        this.admit(manager, { jurisdictionId, claims, code: back.secondFactorCode, now }),
      ));
    if (admitted === 'missing')
      throw new RuleBroken('second-factor-needed', 'Begin again, and send the code of your device with it.', 401);
    if (!admitted)
      throw new RuleBroken('sign-in-refused', 'Nobody is let in by this: begin again, or ask an administrator.', 401);
    return { token: admitted };
  }

  private async admit(
    manager: EntityManager,
    {
      jurisdictionId,
      claims,
      code,
      now,
    }: { jurisdictionId: string; claims: IdClaims; code: string | undefined; now: Date },
  ): Promise<string | null> {
    const staffId = await findStaffBySubject(manager, { issuer: claims.iss, subject: claims.sub });
    const person = staffId === null ? null : await findProving(manager, staffId);
    if (!person) return null;
    const locked = isLocked(person, now);
    const owner = { jurisdictionId, staffId: person.id };
    const asked = showsSecondFactor(claims) ? 'passed' : await this.secondStep.run(manager, owner, { code, at: now });
    const second = locked ? 'wrong' : asked;
    const admitted = second === 'none' || second === 'passed';
    await recordHistory(manager, {
      actor: { kind: 'system', jurisdictionId },
      action: admitted ? 'session.start' : 'session.refuse',
      subject: { kind: 'staff', id: person.id },
      details: { locked, singleSignOn: true, secondFactor: second },
      at: now,
    });
    if (second === 'missing') return second;
    if (!admitted) {
      if (!locked) await updateAttempts(manager, person.id, afterFailure(person, now));
      return null;
    }
    const token = sessionToken(jurisdictionId, randomBytes(32).toString('base64url'));
    await insertSession(manager, { ...owner, token, now });
    return token;
  }
}
