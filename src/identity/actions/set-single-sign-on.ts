import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findSingleSignOn, putSingleSignOn, putSubject } from '../records/single-sign-on.store.js';
import { findStaffName } from '../records/staff.store.js';
import { IssuerClient } from '../sign-in/issuer-client.js';

export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Which provider a place trusts, and as whom it knows each of the staff. */
@Injectable()
export class SetSingleSignOn {
  constructor(
    private readonly database: CaseDatabase,
    private readonly issuers: IssuerClient,
    private readonly clock: Clock,
  ) {}

  async provider(actor: ActorOf<'staff'>, { issuer, clientId, clientSecret }: Provider): Promise<void> {
    const { jurisdictionId } = actor;
    const secretCipher = this.issuers.sealSecret(jurisdictionId, clientSecret);
    await this.database.transaction(actor, async (manager) => {
      await putSingleSignOn(manager, jurisdictionId, { issuer, clientId, secretCipher });
      const subject = { kind: 'jurisdiction', id: jurisdictionId };
      await recordHistory(manager, { actor, action: 'single-sign-on.set', subject, at: this.clock.now() });
    });
  }

  /** @throws NotFound, RuleBroken no-single-sign-on, subject-taken, not-yourself (409) */
  async subject(actor: ActorOf<'staff'>, staffId: string, subject: string): Promise<void> {
    if (staffId === actor.staffId)
      throw new RuleBroken('not-yourself', 'Another administrator says as whom the provider knows you.');
    const { jurisdictionId } = actor;
    await this.database.transaction(actor, async (manager) => {
      const provider = await findSingleSignOn(manager);
      if (!provider)
        throw new RuleBroken('no-single-sign-on', 'Nobody signs in through a provider here: name one first.');
      if ((await findStaffName(manager, staffId)) === null) throw new NotFound();
      if (!(await putSubject(manager, { jurisdictionId, staffId, issuer: provider.issuer, subject })))
        throw new RuleBroken('subject-taken', 'Somebody else signs in as this subject: correct one of the two.');
      const about = { kind: 'staff', id: staffId };
      await recordHistory(manager, { actor, action: 'staff.set-subject', subject: about, at: this.clock.now() });
    });
  }
}
