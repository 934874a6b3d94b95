import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { identityOpenTo } from '../records/identity-request.store.js';
import { formerVersionsOf, type PastVersion } from '../records/person-version.store.js';
import { peopleOf } from '../records/person.store.js';
import type { PersonNoted } from '../rules/person-edit.js';
import { standsBehindShield } from '../rules/privacy-choice.js';
import { endingOf, type PersonEnding } from '../records/person-ending.reader.js';

/** What stood of somebody before, oldest first, and why it stands no more. */
export interface PersonVersions {
  items: (Omit<PastVersion, 'personId' | 'noted'> & { noted: PersonNoted & { roles: string[] } })[];
  ending: PersonEnding | null;
}

/** Somebody reads what was noted of a person and was changed since: as much a reading of who they are as any. Recorded. */
@Injectable()
export class ReadPersonVersions {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken identity-shielded (403), case-unreadable (410) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, personId }: { complaintId: string; personId: string },
  ): Promise<PersonVersions> {
    return this.database.transaction(actor, async (manager) => {
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const person = (await peopleOf(manager, key, complaintId)).find((one) => one.personId === personId);
      if (!person) throw new NotFound();
      const versions = await formerVersionsOf(manager, key, complaintId, personId);
      const roles = [person, ...versions].flatMap(({ noted }) => noted.roles);
      await this.refuseShielded(manager, actor, complaintId, roles);
      const subject = { kind: 'person', id: personId };
      const entry = { actor, action: 'person.read-versions', subject, complaintId, at: this.clock.now() };
      await recordHistory(manager, entry);
      const items = versions.map(({ number, noted, reason, editedBy, editedAt }) => {
        return { number, noted: { ...noted, roles: [...noted.roles] }, reason, editedBy, editedAt };
      });
      return { items, ending: await endingOf(manager, key, personId) };
    });
  }

  private async refuseShielded(
    manager: EntityManager,
    { staffId }: ActorOf<'staff'>,
    complaintId: string,
    roles: readonly string[],
  ): Promise<void> {
    if (!standsBehindShield(roles) || (await identityOpenTo(manager, complaintId, staffId, this.clock.now()))) return;
    throw new RuleBroken('identity-shielded', 'The person is shielded: ask for their identity with a reason.', 403);
  }
}
