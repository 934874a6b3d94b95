import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { type OpenedTexts, openedTexts } from '../records/opened-texts.js';
import { sealedNotesOf } from '../records/sealed-notes.reader.js';
import { sealedTextsOf } from '../records/sealed-texts.reader.js';

/** Somebody reads what was told, which the work needs; of who is shielded neither name nor contact. Recorded, too. */
@Injectable()
export class ReadTexts {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<OpenedTexts> {
    return this.database.transaction(actor, async (manager) => {
      const sealed = await sealedTextsOf(manager, complaintId);
      if (!sealed) throw new NotFound();
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      const subject = { kind: 'complaint', id: complaintId };
      const entry = { actor, action: 'complaint.read-texts', subject, complaintId };
      await recordHistory(manager, { ...entry, at: this.clock.now() });
      const notes = await sealedNotesOf(manager, complaintId);
      return openedTexts(key, complaintId, { ...sealed, notes }, { behindShield: false });
    });
  }
}
