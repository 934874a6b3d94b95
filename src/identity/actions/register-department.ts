import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertDepartment } from '../records/department.store.js';

/** `ori`: the FBI's nine-character identifier of a reporting agency. */
export interface NewDepartment {
  name: string;
  ori?: string | undefined;
  county?: string | undefined;
}

@Injectable()
export class RegisterDepartment {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken department-known (409) */
  async run(actor: Actor, department: NewDepartment): Promise<{ id: string }> {
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const { name, ori = null, county = null } = department;
      const inserted = await insertDepartment(manager, { jurisdictionId: actor.jurisdictionId, id, name, ori, county });
      if (!inserted)
        throw new RuleBroken('department-known', 'A department with this name or ORI is registered already.');
      const subject = { kind: 'department', id };
      await recordHistory(manager, { actor, action: 'department.register', subject, at: this.clock.now() });
    });
    return { id };
  }
}
