import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findLiveSession, touchSession } from '../records/session.store.js';
import { readSessionToken } from '../rules/token.js';
import { bearer, type CredentialRequest, CredentialStrategy } from './credential-strategy.js';

/** Staff: an opaque token from signing in, looked up on every request, so that ending it takes effect at once. */
@Injectable()
export class SessionStrategy extends PassportStrategy(CredentialStrategy, 'session') {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {
    super(bearer('rs_'));
  }

  async validate(token: string, request: CredentialRequest): Promise<ActorOf<'staff'> | false> {
    const read = readSessionToken(token);
    if (!read) return false;
    const now = this.clock.now();
    return this.database.transaction(read, async (manager) => {
      const session = await findLiveSession(manager, token, now);
      if (!session) return false;
      request.standing = session;
      await touchSession(manager, session, now);
      return { kind: 'staff', jurisdictionId: read.jurisdictionId, staffId: session.staffId, roles: session.roles };
    });
  }
}
