import { Injectable } from '@nestjs/common';
import type { ActorOf } from '../../shared/actor.js';
import { MediationGround } from '../records/mediation-ground.js';
import type { Mediation } from '../records/mediation.store.js';

/** The mediations of a case; a mediator gets their own alone. */
@Injectable()
export class ListMediations {
  constructor(private readonly ground: MediationGround) {}

  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<Mediation[]> {
    const all = await this.ground.ofCase(actor, complaintId);
    const ownAlone = actor.roles.every((role) => role === 'mediator');
    return ownAlone ? all.filter(({ mediatorId }) => mediatorId === actor.staffId) : all;
  }
}
