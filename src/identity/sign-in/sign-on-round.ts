import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { findSingleSignOn } from '../records/single-sign-on.store.js';
import { useOnce } from '../records/used-once.store.js';
import type { IdClaims } from '../rules/id-claims.js';
import { Challenges } from './challenges.js';
import { IssuerClient, type Returned } from './issuer-client.js';

/** One way to the provider and back. Each is good for five minutes, once, in the browser that began it. */
@Injectable()
export class SignOnRound {
  constructor(
    private readonly database: CaseDatabase,
    private readonly challenges: Challenges,
    private readonly issuers: IssuerClient,
  ) {}

  /** @throws RuleBroken no-single-sign-on (409), provider-away (503) */
  async begin(slug: string, now: Date): Promise<{ address: string; state: string; binding: string }> {
    const place = await this.database.jurisdictionBySlug(slug);
    const provider = place && (await this.database.read({ jurisdictionId: place.id }, findSingleSignOn));
    if (!place || !provider)
      throw new RuleBroken(
        'no-single-sign-on',
        'Nobody signs in through a provider here: use your password or passkey.',
      );
    const state = this.challenges.draw(useFor(place.id), now);
    const address = await this.issuers.address(place.id, provider, state).catch(() => null);
    if (address === null) throw new RuleBroken('provider-away', 'The provider does not answer: try again later.', 503);
    return { address, state, binding: this.issuers.bindingOf(state) };
  }

  /** Whom the provider vouches for; null when it does not, or the way back is not that of the way there. */
  async end(slug: string, returned: Returned, now: Date): Promise<{ jurisdictionId: string; claims: IdClaims } | null> {
    const place = await this.database.jurisdictionBySlug(slug);
    const endsAt = place && this.challenges.endOf(useFor(place.id), returned.state, now);
    if (!endsAt || !this.issuers.isBound(returned)) return null;
    const jurisdictionId = place.id;
    // The state is used up before the provider is asked: a second one with it never gets so far.
    const provider = await this.database.transaction({ jurisdictionId }, async (manager) => {
      const first = await useOnce(manager, { jurisdictionId, what: `state/${returned.state}`, endsAt, now });
      return first ? findSingleSignOn(manager) : null;
    });
    const claims = provider && (await this.issuers.claims(jurisdictionId, provider, { returned, now }));
    return claims && { jurisdictionId, claims };
  }
}

function useFor(jurisdictionId: string): string {
  return `single-sign-on/${jurisdictionId}`;
}
