import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endLink } from '../records/link.store.js';

/** Two cases do not belong together after all, or not any more. */
@Injectable()
export class UnlinkComplaints {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, complaintId: string, linkId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const ended = await endLink(manager, { complaintId, linkId, endedBy: actor.staffId, at });
      if (!ended) throw new NotFound();
      for (const said of ended) {
        const subject = { kind: 'case-link', id: linkId };
        await recordHistory(manager, { actor, action: 'complaint.unlink', subject, complaintId: said, at });
      }
    });
  }
}
