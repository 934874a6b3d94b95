import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { refreshDeadlines } from '../records/refresh-deadlines.js';
import { insertTollingEnd, tollingsOf } from '../records/tolling.store.js';
import { dayOf } from '../rules/day.js';
import { refusedFault } from './clock-of-case.js';

/** The ground is gone: the clock runs again. */
@Injectable()
export class EndTolling {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @param until ISO date on which it runs again @throws NotFound, RuleBroken tolling-ended (409), invalid (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, tollingId: string, until: string): Promise<void> {
    const { jurisdictionId, staffId: endedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const tolling = (await tollingsOf(manager, complaintId)).find(({ id }) => id === tollingId);
      if (!tolling) throw new NotFound();
      const today = dayOf(await jurisdictionDay(manager, jurisdictionId, at));
      if (until < tolling.from || dayOf(until) > today + 1)
        throw refusedFault({
          path: '/until',
          code: 'day-outside',
          message: `It runs again on a day from ${tolling.from} to tomorrow.`,
        });
      if (!(await insertTollingEnd(manager, { jurisdictionId, tollingId, complaintId, until, endedBy, endedAt: at })))
        throw new RuleBroken('tolling-ended', 'This clock runs again already: read the deadlines anew.');
      await refreshDeadlines(manager, jurisdictionId, complaintId, today);
      const subject = { kind: 'tolling', id: tollingId };
      const details = { rule: tolling.rule, until };
      await recordHistory(manager, { actor, action: 'deadline.end-tolling', subject, complaintId, details, at });
    });
  }
}
