import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import type { LinkKind } from '../rules/link-kind.js';
import { holdBoth, recordLink } from './record-link.js';

export interface Link {
  linkedComplaintId: string;
  kind: LinkKind;
  /** Sealed under the key of the case that it is said in */
  reason: string;
}

/** Two cases belong together. Each one's history says so without naming the other, which may be hidden from the reader. */
@Injectable()
export class LinkComplaints {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), linked-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { linkedComplaintId: other, kind, reason }: Link,
  ): Promise<{ linkId: string }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const pair = { complaintId, other, path: '/linkedComplaintId' };
      await holdBoth(manager, pair, { whileIn: COMPLAINT_STATUSES, otherIn: COMPLAINT_STATUSES });
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      return { linkId: await recordLink(manager, actor, { complaintId, other, kind, reason, key, at }) };
    });
  }
}
