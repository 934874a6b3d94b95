import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertLink } from '../records/link.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import type { LinkKind } from '../rules/link-kind.js';
import { refuseFaults } from './refuse-faults.js';

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
  async run(actor: ActorOf<'staff'>, complaintId: string, link: Link): Promise<{ linkId: string }> {
    const { jurisdictionId, staffId: linkedBy } = actor;
    const { linkedComplaintId, kind, reason } = link;
    const id = newId();
    const at = this.clock.now();
    refuseFaults(
      faultIf(
        linkedComplaintId === complaintId,
        '/linkedComplaintId',
        'same-case',
        'A case is not linked with itself.',
      ),
    );
    await this.database.transaction(actor, async (manager) => {
      // Always in the same order, so that two who link the same two at once do not wait for each other for ever.
      for (const held of [complaintId, linkedComplaintId].sort()) {
        await workOnComplaint(manager, held, COMPLAINT_STATUSES).catch((error: unknown) => {
          const hidden = error instanceof NotFound && held === linkedComplaintId;
          refuseFaults(faultIf(hidden, '/linkedComplaintId', 'no-such-case', 'There is no case with this id.'));
          throw error;
        });
      }
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'case_link', column: 'reason_cipher', rowId: id }, reason);
      const row = { jurisdictionId, id, complaintId, linkedComplaintId, kind, reasonCipher, linkedBy, at };
      if (!(await insertLink(manager, row)))
        throw new RuleBroken('linked-already', 'The two are linked: end that link first.');
      for (const said of [complaintId, linkedComplaintId]) {
        const subject = { kind: 'case-link', id };
        const entry = { actor, action: 'complaint.link', subject, complaintId: said, details: { kind }, at };
        await recordHistory(manager, entry);
      }
    });
    return { linkId: id };
  }
}
