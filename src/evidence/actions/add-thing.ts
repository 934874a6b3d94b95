import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { holdCase, insertItem } from '../records/evidence.store.js';
import { type ItemWords, sealedWords } from '../records/item-words.js';

/** A thing that can be touched becomes evidence: a torn shirt, a camera. */
@Injectable()
export class AddThing {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    words: ItemWords,
  ): Promise<{ evidenceId: string; number: number }> {
    const { jurisdictionId, staffId: addedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      await holdCase(manager, complaintId);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const number = await insertItem(manager, {
        ...{ jurisdictionId, id, complaintId, kind: 'physical', addedBy, addedAt: at },
        ...sealedWords(key, id, words),
      });
      const subject = { kind: 'evidence', id };
      await recordHistory(manager, { actor, action: 'evidence.add', subject, complaintId, details: { number }, at });
      return { evidenceId: id, number };
    });
  }
}
