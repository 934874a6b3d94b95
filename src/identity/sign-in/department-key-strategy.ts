import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findDepartmentByKey } from '../records/department-key.store.js';
import { readDepartmentToken } from '../rules/token.js';
import { bearer, type CredentialRequest, CredentialStrategy } from './credential-strategy.js';

/** Departments: an API key, of which the database holds a hash. */
@Injectable()
export class DepartmentKeyStrategy extends PassportStrategy(CredentialStrategy, 'department-key') {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {
    super(bearer('rk_'));
  }

  async validate(token: string, request: CredentialRequest): Promise<ActorOf<'department'> | false> {
    const read = readDepartmentToken(token);
    if (!read) return false;
    const found = await this.database.read(read, (manager) =>
      findDepartmentByKey(manager, { ...read, token, now: this.clock.now() }),
    );
    if (!found) return false;
    request.scopes = found.scopes;
    return { kind: 'department', jurisdictionId: read.jurisdictionId, departmentId: found.departmentId };
  }
}
