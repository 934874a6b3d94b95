import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findDepartmentByToken } from '../records/department-client.store.js';
import { readAccessToken } from '../rules/token.js';
import { bearer, type CredentialRequest, CredentialStrategy } from './credential-strategy.js';

/** Departments' programs: a token of ten minutes, looked up on every request, so that revoking takes effect at once. */
@Injectable()
export class DepartmentTokenStrategy extends PassportStrategy(CredentialStrategy, 'department-token') {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {
    super(bearer('rd_'));
  }

  async validate(token: string, request: CredentialRequest): Promise<ActorOf<'department'> | false> {
    const read = readAccessToken(token);
    if (!read) return false;
    const found = await this.database.read(read, (manager) => findDepartmentByToken(manager, token, this.clock.now()));
    if (!found) return false;
    request.scopes = found.scopes;
    return { kind: 'department', jurisdictionId: read.jurisdictionId, departmentId: found.departmentId };
  }
}
