import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { standingGrant } from '../records/identity-request.store.js';
import { type OpenedTexts, openedTexts } from '../records/opened-texts.js';
import { sealedNotesOf } from '../records/sealed-notes.reader.js';
import { sealedTextsOf } from '../records/sealed-texts.reader.js';

/** Somebody reads who is behind a case. It is an act, not a look: the history says who and when, and on which grant. */
@Injectable()
export class ReadIdentity {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken identity-shielded (403), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<OpenedTexts> {
    return this.database.transaction(actor, async (manager) => {
      const at = this.clock.now();
      const sealed = await sealedTextsOf(manager, complaintId);
      if (!sealed) throw new NotFound();
      const grant = await standingGrant(manager, complaintId, actor.staffId, at);
      if (sealed.complaint.shielded && grant === null)
        throw new RuleBroken('identity-shielded', 'The person is shielded: ask for their identity with a reason.', 403);
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const subject = { kind: 'complaint', id: complaintId };
      const details = sealed.complaint.shielded ? { grant } : {};
      const entry = { actor, action: 'complaint.read-identity', subject, complaintId, details };
      await recordHistory(manager, { ...entry, at });
      const notes = await sealedNotesOf(manager, complaintId);
      return openedTexts(key, complaintId, { ...sealed, notes }, { behindShield: true });
    });
  }
}
