import { Injectable } from '@nestjs/common';
import { noteCaseEvent } from '../../deadline/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { MediationGround } from '../records/mediation-ground.js';
import { moveMediation, refuseUnless } from '../records/mediation.store.js';
import { answeredStatus, type MediationParty } from '../rules/mediation-moves.js';

export interface MediationAnswer {
  party: MediationParty;
  accepted: boolean;
  on: string;
}

/** One of the two says yes or no to the offer. No reason is asked for, and none is kept. */
@Injectable()
export class AnswerMediation {
  constructor(private readonly ground: MediationGround) {}

  /** @throws NotFound, RuleBroken invalid (422), mediation-stands-elsewhere, party-answered (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    mediationId: string,
    { party, accepted, on }: MediationAnswer,
  ): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const act = { complaintId, mediationId, action: 'mediation.answer', on, details: { party, accepted } };
    await this.ground.act(actor, act, async (manager, mediation, at) => {
      refuseUnless(mediation, 'offered');
      if (mediation.answers.some((answer) => answer.party === party))
        throw new RuleBroken('party-answered', 'They have answered this offer already.');
      await manager.query(
        `INSERT INTO redress.mediation_answer (jurisdiction_id, mediation_id, complaint_id, party, accepted, on_day)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [jurisdictionId, mediationId, complaintId, party, accepted, on],
      );
      const status = answeredStatus([...mediation.answers, { accepted }]);
      if (status === 'offered') return;
      await moveMediation(manager, mediation, status, status === 'declined' ? on : null);
      if (status === 'declined')
        await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'mediation_ended', on, recordedBy, at });
    });
  }
}
