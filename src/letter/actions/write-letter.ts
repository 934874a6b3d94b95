import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertLetter } from '../records/letter.store.js';
import { ComposeLetter, type LetterRequest } from './compose-letter.js';

/** A letter is written: from now on its words stand, sealed, whatever becomes of the case. */
@Injectable()
export class WriteLetter {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly composeLetter: ComposeLetter,
  ) {}

  /** @throws NotFound, RuleBroken invalid, letter-lacks-values (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, request: LetterRequest): Promise<{ letterId: string }> {
    const { jurisdictionId, staffId: writtenBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const composed = await this.composeLetter.run(
        manager,
        { jurisdictionId, complaintId, staffId: writtenBy },
        request,
      );
      const { subject: heading, body, ...letter } = composed;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const seal = (column: string, text: string) => key.seal({ table: 'letter', column, rowId: id }, text);
      const ciphers = { subjectCipher: seal('subject_cipher', heading), bodyCipher: seal('body_cipher', body) };
      await insertLetter(manager, { ...letter, ...ciphers, jurisdictionId, id, complaintId, writtenBy, writtenAt: at });
      const subject = { kind: 'letter', id };
      const details = { template: letter.template, language: letter.language, person: letter.personId };
      await recordHistory(manager, { actor, action: 'letter.write', subject, complaintId, details, at });
    });
    return { letterId: id };
  }
}
