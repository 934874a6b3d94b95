import { Injectable } from '@nestjs/common';
import { faultIf, refuseFaults } from '../../complaint/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { MediationGround } from '../records/mediation-ground.js';
import { refuseUnless } from '../records/mediation.store.js';

/** A mediator is named. From then on they see this mediation, and nothing else of the case. */
@Injectable()
export class NameMediator {
  constructor(private readonly ground: MediationGround) {}

  /** @throws NotFound, RuleBroken invalid (422), mediation-stands-elsewhere (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    mediationId: string,
    { staffId, on }: { staffId: string; on: string },
  ): Promise<void> {
    const act = { complaintId, mediationId, action: 'mediation.name-mediator', on, details: { staff: staffId } };
    await this.ground.act(actor, act, async (manager, mediation) => {
      refuseUnless(mediation, 'agreed');
      const fit: unknown[] = await manager.query(
        `SELECT FROM redress.staff m WHERE m.id = $1 AND 'mediator' = ANY (m.roles) AND m.disabled_at IS NULL
            AND NOT EXISTS (SELECT FROM redress.recusal r WHERE r.complaint_id = $2 AND r.staff_id = m.id)
            AND NOT EXISTS (SELECT FROM redress.assignment a WHERE a.complaint_id = $2 AND a.staff_id = m.id)`,
        [staffId, complaintId],
      );
      const message = 'Give a mediator of the staff who is not recused and never worked on the case.';
      refuseFaults(faultIf(fit.length === 0, '/staffId', 'no-such-mediator', message));
      await manager.query('UPDATE redress.mediation SET mediator_id = $2 WHERE id = $1', [mediationId, staffId]);
    });
  }
}
