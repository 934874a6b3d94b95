import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { type ExpungementAuthority, insertExpungement } from '../records/expungement.store.js';
import { isHeld } from '../records/legal-hold.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { LISTED_STATUSES } from '../rules/complaint-status.js';

export interface ExpungementToAsk {
  authority: ExpungementAuthority;
  /** Number and day of the order, or the section of the law */
  reference: string;
}

/** The first of two: somebody has an order that the case be destroyed. Nothing is destroyed yet. */
@Injectable()
export class AskExpungement {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken held, asked-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { authority, reference }: ExpungementToAsk,
  ): Promise<{ expungementId: string }> {
    const { jurisdictionId, staffId: askedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, LISTED_STATUSES);
      if (await isHeld(manager, complaintId)) {
        throw new RuleBroken('held', 'A legal hold is on the case: nothing of it is destroyed until it is released.');
      }
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const referenceCipher = key.seal({ table: 'expungement', column: 'reference_cipher', rowId: id }, reference);
      const asked = { jurisdictionId, id, complaintId, authority, referenceCipher, askedBy, at };
      if (!(await insertExpungement(manager, asked)))
        throw new RuleBroken('asked-already', 'Somebody has asked for it: another person decides on that.');
      const subject = { kind: 'expungement', id };
      const details = { authority };
      await recordHistory(manager, { actor, action: 'complaint.ask-expungement', subject, complaintId, details, at });
    });
    return { expungementId: id };
  }
}
