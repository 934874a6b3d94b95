import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { MediationGround } from '../records/mediation-ground.js';
import { refuseUnless } from '../records/mediation.store.js';
import { refuseOtherMediator } from './refuse-other-mediator.js';

/** They met, on a day. What was said there is theirs: nothing takes it. */
@Injectable()
export class RecordSession {
  constructor(private readonly ground: MediationGround) {}

  /** @throws NotFound, RuleBroken invalid (422), no-mediator, session-recorded, mediation-stands-elsewhere (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, mediationId: string, on: string): Promise<void> {
    const act = { complaintId, mediationId, action: 'mediation.record-session', on, details: {} };
    await this.ground.act(actor, act, async (manager, mediation) => {
      refuseOtherMediator(actor, mediation);
      refuseUnless(mediation, 'agreed');
      if (mediation.mediatorId === null) throw new RuleBroken('no-mediator', 'Name a mediator first.');
      if (mediation.sessions.includes(on))
        throw new RuleBroken('session-recorded', 'A session of that day is recorded already.');
      await manager.query(
        'INSERT INTO redress.mediation_session (jurisdiction_id, mediation_id, complaint_id, on_day) VALUES ($1, $2, $3, $4)',
        [actor.jurisdictionId, mediationId, complaintId, on],
      );
    });
  }
}
