import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { reindexContacts } from '../records/contact-index.store.js';
import { endPersonRow, peopleOf } from '../records/person.store.js';
import { endRepresentationsWith } from '../records/representation.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';

/** Somebody was never part of the case, or is no longer. Nothing of them is deleted; whom they stood for, they do no more. */
@Injectable()
export class EndPerson {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken person-ended, holds-the-receipt (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, personId }: { complaintId: string; personId: string },
    reason: string,
  ): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { anonymous, shielded } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const people = await peopleOf(manager, key, complaintId);
      const person = people.find((one) => one.personId === personId);
      if (!person) throw new NotFound();
      if (person.ended) throw new RuleBroken('person-ended', 'This person is no longer of the case already.');
      if (anonymous && person.noted.roles.includes('complainant'))
        throw new RuleBroken(
          'holds-the-receipt',
          'Who complained anonymously holds the receipt: they stay in the case.',
        );
      await endPersonRow(manager, key, { personId, reason, by, at });
      const until = await jurisdictionDay(manager, jurisdictionId, at);
      const representations = await endRepresentationsWith(manager, personId, { until, by, at });
      const others = people.filter((one) => one !== person);
      await reindexContacts(manager, key, { jurisdictionId, complaintId, shielded, people: others });
      const subject = { kind: 'person', id: personId };
      const details = { roles: person.noted.roles, representations };
      await recordHistory(manager, { actor, action: 'person.end', subject, complaintId, details, at });
    });
  }
}
