import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { departmentIsThere, insertOfficer, type NewOfficer } from '../records/officer.store.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

/** An officer comes into the register, so that cases can point to them. */
@Injectable()
export class RegisterOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken invalid (422), officer-known (409) */
  async run(actor: Actor, officer: NewOfficer): Promise<{ officerId: string }> {
    const { jurisdictionId } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { people } = (await charterInForce(manager, at)).document;
      const known = await departmentIsThere(manager, officer.departmentId);
      refuseFaults([
        ...termFaults('/race', people.races, officer.race),
        ...termFaults('/gender', people.genders, officer.gender),
        ...faultIf(
          !known,
          '/departmentId',
          'no-such-department',
          'There is no department with this id: register it first.',
        ),
      ]);
      const inserted = await insertOfficer(manager, { ...officer, jurisdictionId, id });
      if (!inserted)
        throw new RuleBroken('officer-known', 'This department has an officer with this badge number already.');
      const subject = { kind: 'officer', id };
      const details = { department: officer.departmentId };
      await recordHistory(manager, { actor, action: 'officer.register', subject, details, at });
    });
    return { officerId: id };
  }
}
