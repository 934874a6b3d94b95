import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { revokeClient, revokeKey } from '../records/department-access.store.js';

/** A department's key or client opens nothing from the commit on; the client's tokens neither. */
@Injectable()
export class RevokeAccess {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(
    actor: ActorOf<'staff'>,
    { kind, departmentId, id }: { kind: 'key' | 'client'; departmentId: string; id: string },
  ): Promise<void> {
    const at = this.clock.now();
    const revoke = kind === 'key' ? revokeKey : revokeClient;
    await this.database.transaction(actor, async (manager) => {
      if (!(await revoke(manager, { departmentId, id, at }))) throw new NotFound();
      const subject = { kind: 'department', id: departmentId };
      await recordHistory(manager, {
        actor,
        action: `department.revoke-${kind}`,
        subject,
        details: { [kind]: id },
        at,
      });
    });
  }
}
