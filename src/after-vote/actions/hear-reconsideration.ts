import { Injectable } from '@nestjs/common';
import { backFromChief, CaseVault, reopenForBoard, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findReconsideration, insertHearing } from '../records/reconsideration.store.js';

const REASON = 'The board was asked to reconsider.';

/** The request is heard: the case is before the board once more, from the chief or from its end. */
@Injectable()
export class HearReconsideration {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, reconsideration-decided (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, reconsiderationId }: { complaintId: string; reconsiderationId: string },
  ): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { status } = await workOnComplaint(manager, complaintId, ['with_chief', 'closed']);
      const { decided } = await findReconsideration(manager, complaintId, reconsiderationId);
      if (decided) throw new RuleBroken('reconsideration-decided', 'What came of this request is decided already.');
      await insertHearing(manager, { jurisdictionId, complaintId, reconsiderationId, by, at, fromStatus: status });
      if (status === 'closed') {
        const id = newId();
        const key = await this.vault.open(manager, jurisdictionId, complaintId);
        const reasonCipher = key.seal({ table: 'reopening', column: 'reason_cipher', rowId: id }, REASON);
        await reopenForBoard(manager, { jurisdictionId, id, complaintId, reasonCipher, reopenedBy: by, at });
      } else await backFromChief(manager, { jurisdictionId, complaintId, recordedBy: by, at });
      const subject = { kind: 'reconsideration', id: reconsiderationId };
      const details = { from: status };
      await recordHistory(manager, { actor, action: 'reconsideration.hear', subject, complaintId, details, at });
    });
  }
}
