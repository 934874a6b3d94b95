import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { AllegationEntity } from '../records/allegation.entity.js';
import { officersInCase } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

/** `category`: a code of the charter that the case was opened under. */
export interface NewAllegation {
  complaintOfficerId: string;
  category: string;
  /** Other officers of whom the same is alleged */
  alsoAgainst?: readonly string[] | undefined;
}

/** What an officer of the case, or each of several, is said to have done: one allegation an officer, found on by itself. */
@Injectable()
export class AddAllegation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, commendation-alleges-nothing (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    allegation: NewAllegation,
  ): Promise<{ allegationId: string; allegationIds: string[] }> {
    const { jurisdictionId } = actor;
    const { complaintOfficerId, category, alsoAgainst = [] } = allegation;
    const against = [...new Set([complaintOfficerId, ...alsoAgainst])].map((officer) => ({ id: newId(), officer }));
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId, kind } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      if (kind === 'commendation')
        throw new RuleBroken('commendation-alleges-nothing', 'A commendation takes no allegations.');
      const charter = await charterById(manager, charterId);
      const officers = await officersInCase(manager, complaintId);
      const subjects = new Set(officers.filter(({ role }) => role === 'subject').map(({ id }) => id));
      refuseFaults([
        ...termFaults('/category', charter.document.allegations, category),
        ...faultIf(
          against.some(({ officer }) => !subjects.has(officer)),
          '/complaintOfficerId',
          'not-a-subject',
          'Allegations are made against a subject officer of this case.',
        ),
      ]);
      for (const { id, officer } of against) {
        const row = { jurisdictionId, id, complaintId, complaintOfficerId: officer, category };
        await manager.insert(AllegationEntity, row);
        const subject = { kind: 'allegation', id };
        const details = { category, officer };
        await recordHistory(manager, { actor, action: 'allegation.add', subject, complaintId, details, at });
      }
    });
    const allegationIds = against.map(({ id }) => id);
    return { allegationId: allegationIds[0] ?? '', allegationIds };
  }
}
