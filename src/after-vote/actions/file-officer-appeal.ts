import { Injectable } from '@nestjs/common';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { type ComplaintStatus, workOnComplaint } from '../../complaint/index.js';
import { dayOf, isoOf, noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { standingImposed } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { hasPendingAppeal, insertOfficerAppeal } from '../records/officer-appeal.store.js';
import { refuseDay } from './refuse-day.js';

export interface OfficerAppealFiled {
  allegationId: string;
  /** A code of the charter's `afterVote.officerAppeals.routes` */
  route: string;
  /** ISO date */
  on: string;
}

/** Where something can have been imposed. */
export const IMPOSED: readonly ComplaintStatus[] = ['with_chief', 'before_board', 'closed'];

/** An officer has gone against discipline. Whether that was in time is for the body that was gone to. */
@Injectable()
export class FileOfficerAppeal {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, nothing-imposed, appeal-pending (409), unknown-route, invalid (422) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { allegationId, route, on }: OfficerAppealFiled,
  ): Promise<{ id: string; until: string | null }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, IMPOSED);
      const { routes } = (await charterById(manager, charterId)).document.afterVote.officerAppeals;
      const known = termOf(routes, route);
      if (!known) throw new RuleBroken('unknown-route', `The charter's ways of appeal are ${codesOf(routes)}.`, 422);
      const imposed = await standingImposed(manager, complaintId, allegationId);
      if (!imposed)
        throw new RuleBroken('nothing-imposed', 'There is no discipline here that could be appealed against.');
      if (await hasPendingAppeal(manager, allegationId))
        throw new RuleBroken(
          'appeal-pending',
          'An appeal against this discipline is pending: record how it ends first.',
        );
      await refuseDay(manager, { jurisdictionId, at }, { on, from: imposed.on });
      const untilDay = known.days === null ? null : isoOf(dayOf(imposed.on) + known.days);
      const row = { jurisdictionId, id, complaintId, allegationId, route, filedOn: on, untilDay, recordedBy, at };
      await insertOfficerAppeal(manager, row);
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'officer_appealed', on, recordedBy, at });
      const subject = { kind: 'officer-appeal', id };
      const details = { allegation: allegationId, route, on, until: untilDay };
      await recordHistory(manager, { actor, action: 'officer-appeal.file', subject, complaintId, details, at });
      return { id, until: untilDay };
    });
  }
}
