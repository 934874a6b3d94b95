import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { Compartment } from '../records/compartment.js';
import { requireMember } from '../records/incident-team.store.js';
import { holdIncident, isOnAgenda, requireConvened } from '../records/incident.store.js';
import { insertMaterial, type MaterialKind } from '../records/material.store.js';

export interface PrivilegedWords {
  title: string;
  text: string;
  url: string | null;
}

export interface NewMaterial extends PrivilegedWords {
  kind: MaterialKind;
  /** Of the agenda */
  topic: string | null;
}

/** A member of the team puts something before it in confidence. It goes into the compartment and nowhere else. */
@Injectable()
export class AddPrivilegedMaterial {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly compartment: Compartment,
  ) {}

  /** @throws NotFound for whoever is not of the team, RuleBroken review-ended (409), not-on-agenda (422) */
  async run(actor: ActorOf<'staff'>, incidentId: string, material: NewMaterial): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: addedBy } = actor;
    const { kind, topic, ...words } = material;
    await this.database.transaction(actor, async (manager) => {
      const held = await holdIncident(manager, incidentId);
      await requireMember(manager, incidentId, addedBy);
      requireConvened(held);
      if (topic !== null && !(await isOnAgenda(manager, incidentId, topic)))
        throw new RuleBroken('not-on-agenda', 'This topic does not stand on the agenda of the review.', 422);
      const place = { jurisdictionId, incidentId, materialId: id };
      const wordsCipher = await this.compartment.seal(manager, place, JSON.stringify(words));
      await insertMaterial(manager, { jurisdictionId, incidentId, id, topic, kind, wordsCipher, addedBy, addedAt: at });
      const { complaintId } = held;
      await recordHistory(manager, {
        ...{ actor, action: 'incident-review.add-material', subject: { kind: 'incident-review', id: incidentId }, at },
        ...(complaintId === null ? {} : { complaintId }),
        details: { material: id },
      });
    });
    return { id };
  }
}
