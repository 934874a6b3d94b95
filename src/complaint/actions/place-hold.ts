import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertHold } from '../records/legal-hold.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';

/** Somebody needs the case kept: while the hold is on it nothing of it is destroyed, whoever orders it. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, complaintId: string, { reason }: { reason: string }): Promise<{ holdId: string }> {
    const { jurisdictionId, staffId: by } = actor;
    const holdId = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'legal_hold', column: 'reason_cipher', rowId: holdId }, reason);
      await insertHold(manager, { jurisdictionId, holdId, complaintId, reasonCipher, by, at });
      const subject = { kind: 'legal_hold', id: holdId };
      await recordHistory(manager, { actor, action: 'complaint.hold', subject, complaintId, at });
    });
    return { holdId };
  }
}
