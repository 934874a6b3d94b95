import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { faultIf, refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { UNDER_WAY } from '../rules/under-way.js';
import { type Mediation, mediationOf, mediationsOf } from './mediation.store.js';

export interface MediationAct {
  complaintId: string;
  mediationId: string;
  action: string;
  /** ISO date, today at the latest */
  on: string;
  details: Record<string, string | boolean>;
}

/** What every act in a mediation stands on: the case held, the day past, the history written. */
@Injectable()
export class MediationGround {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids (409) */
  async act(
    actor: ActorOf<'staff'>,
    { complaintId, mediationId, action, on, details }: MediationAct,
    work: (manager: EntityManager, mediation: Mediation, at: Date) => Promise<void>,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, UNDER_WAY);
      const mediation = await mediationOf(manager, complaintId, mediationId);
      const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const outside = on > today || on < mediation.offeredOn;
      const days = `What happened did so from ${mediation.offeredOn} to today.`;
      refuseFaults(faultIf(outside, '/on', 'day-outside', days));
      await work(manager, mediation, at);
      const subject = { kind: 'mediation', id: mediationId };
      await recordHistory(manager, { actor, action, subject, complaintId, details: { on, ...details }, at });
    });
  }

  /** That there is mediation, with whom and how it stands. There is nothing more to show. */
  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<Mediation[]> {
    return this.database.read(actor, (manager) => mediationsOf(manager, complaintId));
  }
}
