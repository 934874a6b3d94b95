import { Injectable } from '@nestjs/common';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { moveComplaint } from '../records/move-complaint.js';
import { ScreeningEntity } from '../records/screening.entity.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { SCREENED, type ScreeningDecision, screeningFaults } from '../rules/screening-decision.js';
import { refuseFaults } from './refuse-faults.js';

export interface Screening {
  decision: ScreeningDecision;
  /** In the screener's words; sealed */
  reason?: string | undefined;
  /** The body that a case is passed to */
  referredTo?: string | undefined;
}

/** The decision at the door: the agency deals with it, does not, or passes it on to who should. */
@Injectable()
export class ScreenComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, screening: Screening): Promise<{ status: ComplaintStatus }> {
    refuseFaults(screeningFaults(screening));
    const { decision, reason, referredTo = null } = screening;
    const status = SCREENED[decision];
    const { jurisdictionId, staffId: decidedBy } = actor;
    const id = newId();
    const decidedAt = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await moveComplaint(manager, complaintId, status);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.sealGiven({ table: 'screening', column: 'reason_cipher', rowId: id }, reason);
      const row = { jurisdictionId, id, complaintId, decision, referredTo, reasonCipher, decidedBy, decidedAt };
      await manager.insert(ScreeningEntity, row);
      if (decision === 'accept')
        await noteCaseEvent(manager, {
          ...{ jurisdictionId, complaintId, event: 'accepted', recordedBy: decidedBy },
          at: decidedAt,
        });
      const subject = { kind: 'screening', id };
      const details = { decision };
      await recordHistory(manager, { actor, action: 'complaint.screen', subject, complaintId, details, at: decidedAt });
    });
    return { status };
  }
}
