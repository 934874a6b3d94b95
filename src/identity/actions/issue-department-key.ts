import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { departmentExists } from '../records/department.store.js';
import { insertDepartmentKey } from '../records/department-key.store.js';
import { type Scope, SCOPES } from '../rules/scopes.js';
import { departmentToken } from '../rules/token.js';

const LIFE_DAYS = 365;

/** The key is told once, here; what is kept of it is a hash. */
@Injectable()
export class IssueDepartmentKey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken keys-enough (409) */
  async run(
    actor: Actor,
    departmentId: string,
    label: string,
    scopes: readonly Scope[] = SCOPES,
  ): Promise<{ id: string; key: string; endsAt: Date }> {
    const { jurisdictionId } = actor;
    const id = newId();
    const key = departmentToken(jurisdictionId, id, randomBytes(32).toString('base64url'));
    const createdAt = this.clock.now();
    const endsAt = new Date(createdAt.getTime() + LIFE_DAYS * 86_400_000);
    await this.database.transaction(actor, async (manager) => {
      if (!(await departmentExists(manager, departmentId))) throw new NotFound();
      await insertDepartmentKey(manager, {
        jurisdictionId,
        id,
        departmentId,
        label,
        token: key,
        scopes,
        createdAt,
        endsAt,
      });
      const subject = { kind: 'department', id: departmentId };
      await recordHistory(manager, {
        actor,
        action: 'department.issue-key',
        subject,
        details: { key: id, scopes },
        at: createdAt,
      });
    });
    return { id, key, endsAt };
  }
}
