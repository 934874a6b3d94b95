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
}

/** What one officer of the case is said to have done. */
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
  ): Promise<{ allegationId: string }> {
    const { jurisdictionId } = actor;
    const { complaintOfficerId, category } = allegation;
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const { charterId, kind } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      if (kind === 'commendation')
        throw new RuleBroken('commendation-alleges-nothing', 'A commendation takes no allegations.');
      const charter = await charterById(manager, charterId);
      const officers = await officersInCase(manager, complaintId);
      const subjectOfCase = officers.some((officer) => officer.id === complaintOfficerId && officer.role === 'subject');
      refuseFaults([
        ...termFaults('/category', charter.document.allegations, category),
        ...faultIf(
          !subjectOfCase,
          '/complaintOfficerId',
          'not-a-subject',
          'Allegations are made against a subject officer of this case.',
        ),
      ]);
      await manager.insert(AllegationEntity, { jurisdictionId, id, complaintId, complaintOfficerId, category });
      const subject = { kind: 'allegation', id };
      const details = { category, officer: complaintOfficerId };
      await recordHistory(manager, {
        actor,
        action: 'allegation.add',
        subject,
        complaintId,
        details,
        at: this.clock.now(),
      });
    });
    return { allegationId: id };
  }
}
