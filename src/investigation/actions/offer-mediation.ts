import { Injectable } from '@nestjs/common';
import { charterById, codesOf, jurisdictionDay } from '../../charter/index.js';
import { faultIf, refuseFaults, termFaults, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { mediationsOf } from '../records/mediation.store.js';

export interface Offer {
  complaintOfficerId: string;
  /** Grounds of the charter that speak against it; an offer is made when there is none */
  excludedBy: string[];
}

/** Complainant and officer are offered to talk, with a mediator. */
@Injectable()
export class OfferMediation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), mediation-not-offered, mediation-excluded, mediation-open (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, offer: Offer): Promise<{ mediationId: string }> {
    const { jurisdictionId, staffId: by } = actor;
    const { complaintOfficerId, excludedBy } = offer;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId, anonymous } = await workOnComplaint(manager, complaintId, ['accepted', 'investigating']);
      const { mediation } = (await charterById(manager, charterId)).document;
      if (!mediation.offered)
        throw new RuleBroken('mediation-not-offered', 'The agency of this case does not offer mediation.');
      const officers: unknown[] = await manager.query(
        `SELECT FROM redress.complaint_officer WHERE complaint_id = $1 AND id = $2 AND role = 'subject' AND officer_id IS NOT NULL`,
        [complaintId, complaintOfficerId],
      );
      refuseFaults([
        ...faultIf(
          officers.length === 0,
          '/complaintOfficerId',
          'no-such-subject',
          'Give a subject officer of the case who is known.',
        ),
        ...excludedBy.flatMap((code, index) => termFaults(`/excludedBy/${index}`, mediation.excludedBy, code)),
      ]);
      const terms = mediation.excludedBy.filter(({ code }) => excludedBy.includes(code));
      if (anonymous || terms.length > 0)
        throw new RuleBroken(
          'mediation-excluded',
          `It cannot be mediated: ${anonymous ? 'the complainant is anonymous' : codesOf(terms)}.`,
        );
      const others = await mediationsOf(manager, complaintId);
      if (others.some((each) => each.complaintOfficerId === complaintOfficerId && each.endedOn === null))
        throw new RuleBroken('mediation-open', 'Mediation with this officer is under way already.');
      await manager.query(
        `INSERT INTO redress.mediation (jurisdiction_id, id, complaint_id, complaint_officer_id, status, offered_on, offered_by)
         VALUES ($1, $2, $3, $4, 'offered', $5, $6)`,
        [jurisdictionId, id, complaintId, complaintOfficerId, await jurisdictionDay(manager, jurisdictionId, at), by],
      );
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'mediation_offered', recordedBy: by, at });
      const subject = { kind: 'mediation', id };
      await recordHistory(manager, { actor, action: 'mediation.offer', subject, complaintId, at });
    });
    return { mediationId: id };
  }
}
