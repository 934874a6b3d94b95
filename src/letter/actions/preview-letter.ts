import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type ComposedLetter, ComposeLetter, type LetterRequest } from './compose-letter.js';

/** A letter is looked at before it is written. It opens a name, so the history says who looked. */
@Injectable()
export class PreviewLetter {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly composeLetter: ComposeLetter,
  ) {}

  /** @throws NotFound, RuleBroken invalid, letter-lacks-values (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, request: LetterRequest): Promise<ComposedLetter> {
    const { jurisdictionId, staffId } = actor;
    return this.database.transaction(actor, async (manager) => {
      const letter = await this.composeLetter.run(manager, { jurisdictionId, complaintId, staffId }, request);
      const subject = { kind: 'person', id: letter.personId };
      const details = { template: letter.template, language: letter.language };
      const entry = { actor, action: 'letter.read-preview', subject, complaintId, details, at: this.clock.now() };
      await recordHistory(manager, entry);
      return letter;
    });
  }
}
