import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { LetterReader, type OpenedLetter } from '../records/letter.reader.js';

/** Somebody reads a letter, and with it who it went to: an act, as reading an identity is. */
@Injectable()
export class ReadLetter {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly letters: LetterReader,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string, letterId: string): Promise<OpenedLetter> {
    return this.database.transaction(actor, async (manager) => {
      const letter = await this.letters.one(manager, actor.jurisdictionId, complaintId, letterId);
      const subject = { kind: 'letter', id: letterId };
      await recordHistory(manager, { actor, action: 'letter.read-text', subject, complaintId, at: this.clock.now() });
      return letter;
    });
  }
}
