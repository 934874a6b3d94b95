import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { holdLink, isClosedInto } from '../records/link.store.js';
import { CLOSED_INTO_ANOTHER, LISTED_STATUSES } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import { recordClosing } from './record-closing.js';
import { holdBoth, recordLink, recordUnlink } from './record-link.js';
import { refuseFaults } from './refuse-faults.js';

export interface Duplicate {
  /** The case that goes on */
  duplicateOf: string;
  /** Why they are the same; sealed under the key of the case that is closed */
  reason: string;
}

/**
 * The same thing was told twice: this case is closed into the other by the charter's word for that, and linked with it. A
 * link that stood between the two gives way to this one.
 */
@Injectable()
export class CloseDuplicate {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, no-word-for-duplicates (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { duplicateOf: other, reason }: Duplicate,
  ): Promise<{ linkId: string }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const pair = { complaintId, other, path: '/duplicateOf' };
      const held = await holdBoth(manager, pair, { whileIn: CLOSED_INTO_ANOTHER, otherIn: LISTED_STATUSES });
      const { closing } = (await charterById(manager, held.charterId)).document;
      if (closing.duplicateReason === null)
        throw new RuleBroken(
          'no-word-for-duplicates',
          'The charter of this case has no closing reason for duplicates: link the two, then close it by another reason.',
        );
      const back = await isClosedInto(manager, other, complaintId);
      refuseFaults(faultIf(back, pair.path, 'closed-into-this', 'That case was closed as a duplicate of this one.'));
      const before = await holdLink(manager, complaintId, { other });
      if (before) await recordUnlink(manager, actor, before, { vault: this.vault, reason, at });
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const linkId = await recordLink(manager, actor, { complaintId, other, kind: 'duplicate', reason, key, at });
      await recordClosing(manager, actor, { complaintId, held, given: { reason: closing.duplicateReason }, at });
      return { linkId };
    });
  }
}
