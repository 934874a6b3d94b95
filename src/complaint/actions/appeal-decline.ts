import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { CaseVault } from '../../vault/index.js';
import { insertAppeal, standingScreening } from '../records/screening.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { appealRefused } from '../rules/appeal-refused.js';

/** Who was turned away, by receipt or through the staff, asks for another look at the decision. */
@Injectable()
export class AppealDecline {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, no-right-of-appeal, appeal-too-late, appealed-already (409) */
  async run(actor: ActorOf<'staff'> | ActorOf<'complainant'>, complaintId: string, grounds: string): Promise<void> {
    const { jurisdictionId } = actor;
    const now = this.clock.now();
    // The hour is as near as anyone may come to when the person themselves did something.
    const at = actor.kind === 'complainant' ? hourOf(now) : now;
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, ['declined']);
      const standing = await standingScreening(manager, complaintId);
      const refused = appealRefused(standing, await jurisdictionDay(manager, jurisdictionId, now));
      if (refused || !standing) throw new RuleBroken(refused?.code ?? 'no-right-of-appeal', refused?.message ?? '');
      const { id: screeningId } = standing;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'screening_appeal', column: 'grounds_cipher', rowId: screeningId };
      const takenBy = actor.kind === 'staff' ? actor.staffId : null;
      const groundsCipher = key.seal(place, grounds);
      await insertAppeal(manager, { jurisdictionId, screeningId, complaintId, groundsCipher, takenBy, at });
      const subject = { kind: 'screening', id: screeningId };
      await recordHistory(manager, { actor, action: 'complaint.appeal-decline', subject, complaintId, at });
    });
  }
}
