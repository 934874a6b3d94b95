import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertTransfer, sealedTransfer } from '../records/custody.store.js';
import { holdCase, itemExists } from '../records/evidence.store.js';

export interface Transfer {
  /** Staff who receive it; absent: somebody outside, named in `receivedByName` */
  receivedBy?: string | undefined;
  receivedByName?: string | undefined;
  agency?: string | undefined;
  place: string;
  purpose: string;
  /** How many transfers there were when this one was decided on */
  after: number;
}

/** Evidence goes from hand to hand: who has it releases it, and the next one has it. */
@Injectable()
export class HandOver {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken receiver-unclear (422), handed-over-meanwhile (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, itemId: string, transfer: Transfer): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { receivedBy, receivedByName, after } = transfer;
    if ((receivedBy === undefined) === (receivedByName === undefined))
      throw new RuleBroken('receiver-unclear', 'Say who receives it: a member of staff, or a name from outside.', 422);
    const at = this.clock.now();
    const sequence = after + 1;
    await this.database.transaction(actor, async (manager) => {
      await holdCase(manager, complaintId);
      if (!(await itemExists(manager, complaintId, itemId))) throw new NotFound();
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const detailsCipher = sealedTransfer(key, { itemId, sequence }, transfer);
      const row = { jurisdictionId, itemId, complaintId, sequence, receivedBy: receivedBy ?? null };
      if (!(await insertTransfer(manager, { ...row, detailsCipher, recordedBy, at })))
        throw new RuleBroken(
          'handed-over-meanwhile',
          'It was handed over since you looked, or not as often as you say: read its custody again.',
        );
      const subject = { kind: 'evidence', id: itemId };
      const details = { sequence, receivedBy: receivedBy ?? null };
      await recordHistory(manager, { actor, action: 'evidence.hand-over', subject, complaintId, details, at });
    });
  }
}
