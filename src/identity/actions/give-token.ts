import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { findLiveClient, insertDepartmentToken } from '../records/department-client.store.js';
import { useOnce } from '../records/used-once.store.js';
import { askedScopes, type Scope } from '../rules/scopes.js';
import { accessToken, type ClientName, clientName } from '../rules/token.js';
import { ClientAssertion } from '../sign-in/client-assertion.js';

const LIFE_SECONDS = 600;

/** OAuth 2 client credentials (RFC 6749 §4.4) by `private_key_jwt` (RFC 7523): a token of ten minutes for a signed assertion. */
@Injectable()
export class GiveToken {
  constructor(
    private readonly database: CaseDatabase,
    private readonly assertions: ClientAssertion,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken client-refused (401), scope-refused (400) */
  async run(assertion: string, asked?: string): Promise<{ token: string; scopes: Scope[]; expiresIn: number }> {
    const name = this.assertions.claims(assertion);
    if (!name) throw refused();
    const given = await this.database.transaction(name, (manager) => this.give(manager, { name, assertion, asked }));
    if (!given) throw refused();
    return { ...given, expiresIn: LIFE_SECONDS };
  }

  private async give(
    manager: EntityManager,
    { name, assertion, asked }: { name: ClientName; assertion: string; asked: string | undefined },
  ): Promise<{ token: string; scopes: Scope[] } | null> {
    const { jurisdictionId, id } = name;
    const now = this.clock.now();
    const client = await findLiveClient(manager, id, now);
    const clientId = clientName(jurisdictionId, id);
    // A client that is not there has its signature checked as well: the answer takes as long.
    const shown = await this.assertions.verified(assertion, { clientId, key: client?.publicKey ?? null, now });
    if (
      !client ||
      !shown ||
      !(await useOnce(manager, { jurisdictionId, what: `jti/${id}/${shown.jti}`, endsAt: shown.endsAt, now }))
    )
      return null;
    const scopes = askedScopes(asked, client.scopes);
    if (!scopes) throw new RuleBroken('scope-refused', `This client may have ${client.scopes.join(' ')}.`, 400);
    const token = accessToken(jurisdictionId, randomBytes(32).toString('base64url'));
    const endsAt = new Date(now.getTime() + LIFE_SECONDS * 1000);
    await insertDepartmentToken(manager, { jurisdictionId, clientId: id, token, scopes, endsAt, now });
    await recordHistory(manager, {
      actor: { kind: 'system', jurisdictionId },
      action: 'department.give-token',
      subject: { kind: 'department', id: client.departmentId },
      details: { client: id, scopes },
      at: now,
    });
    return { token, scopes };
  }
}

/** One answer for every way to fail. */
function refused(): RuleBroken {
  return new RuleBroken(
    'client-refused',
    'This assertion is not one that a client signed for this server in the last five minutes, or it was used before.',
    401,
  );
}
