import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { holdLink } from '../records/link.store.js';
import { recordUnlink } from './record-link.js';

/** Two cases do not belong together after all, or not any more: with a reason. */
@Injectable()
export class UnlinkComplaints {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { linkId, reason }: { linkId: string; reason: string },
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const link = await holdLink(manager, complaintId, { linkId });
      if (!link) throw new NotFound();
      await recordUnlink(manager, actor, link, { vault: this.vault, reason, at });
    });
  }
}
