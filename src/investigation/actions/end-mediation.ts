import { Injectable } from '@nestjs/common';
import { noteCaseEvent } from '../../deadline/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { MediationGround } from '../records/mediation-ground.js';
import { moveMediation } from '../records/mediation.store.js';
import { refuseOtherMediator } from './refuse-other-mediator.js';

export interface MediationEnd {
  outcome: 'mediated' | 'attempted';
  on: string;
}

/** It ended: together, or not. */
@Injectable()
export class EndMediation {
  constructor(private readonly ground: MediationGround) {}

  /** @throws NotFound, RuleBroken invalid (422), no-session, mediation-stands-elsewhere (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    mediationId: string,
    { outcome, on }: MediationEnd,
  ): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const act = { complaintId, mediationId, action: 'mediation.end', on, details: { outcome } };
    await this.ground.act(actor, act, async (manager, mediation, at) => {
      refuseOtherMediator(actor, mediation);
      if (outcome === 'mediated' && mediation.sessions.length === 0)
        throw new RuleBroken('no-session', 'Nothing is mediated without a session: record its day first.');
      await moveMediation(manager, mediation, outcome, on);
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'mediation_ended', on, recordedBy, at });
    });
  }
}
