import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertReopening } from '../records/closing.store.js';
import { sendBack } from '../records/send-back.js';
import { workOnComplaint } from '../records/work-on-complaint.js';

/** A closed case is taken up again, with a reason. What was decided stands until something else is decided. */
@Injectable()
export class ReopenComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { reason }: { reason: string },
  ): Promise<{ reopeningId: string }> {
    const { jurisdictionId, staffId: reopenedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, ['closed']);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'reopening', column: 'reason_cipher', rowId: id }, reason);
      await sendBack(manager, { jurisdictionId, complaintId, recordedBy: reopenedBy, at });
      await insertReopening(manager, { jurisdictionId, id, complaintId, reasonCipher, reopenedBy, at });
      const subject = { kind: 'reopening', id };
      await recordHistory(manager, { actor, action: 'complaint.reopen', subject, complaintId, at });
    });
    return { reopeningId: id };
  }
}
