import { Injectable } from '@nestjs/common';
import { identityOpenTo } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
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

  /** @throws NotFound, RuleBroken identity-shielded (403), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string, letterId: string): Promise<OpenedLetter> {
    return this.database.transaction(actor, async (manager) => {
      const letter = await this.letters.one(manager, actor.jurisdictionId, complaintId, letterId);
      const at = this.clock.now();
      // What somebody wrote on a grant opens no name to who has none.
      const own = letter.writtenBy === actor.staffId;
      if (!own && letter.toShielded && !(await identityOpenTo(manager, complaintId, actor.staffId, at)))
        throw new RuleBroken('identity-shielded', 'Who it went to is shielded: ask for their identity first.', 403);
      const subject = { kind: 'letter', id: letterId };
      await recordHistory(manager, { actor, action: 'letter.read-text', subject, complaintId, at });
      return letter;
    });
  }
}
