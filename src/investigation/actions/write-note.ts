import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { faultIf, refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertNote, standingOf } from '../records/note.store.js';
import { UNDER_WAY } from '../rules/under-way.js';

export interface NewNote {
  /** ISO date of what is noted */
  on: string;
  /** Sealed */
  text: string;
  /** The note that this one puts right */
  supersedes?: string | undefined;
}

/** A line in the diary of a case. Nothing in it is rewritten: a correction stands beside what it corrects. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), note-superseded, status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, note: NewNote): Promise<{ noteId: string }> {
    const { jurisdictionId, staffId: by } = actor;
    const { on, text, supersedes } = note;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, UNDER_WAY);
      const ahead = on > (await jurisdictionDay(manager, jurisdictionId, at));
      const corrected = supersedes === undefined ? 'standing' : await standingOf(manager, complaintId, supersedes);
      refuseFaults([
        ...faultIf(ahead, '/on', 'day-ahead', 'What happened did so today at the latest.'),
        ...faultIf(corrected === 'none', '/supersedes', 'not-in-this-case', 'This case has no note with this id.'),
      ]);
      if (corrected === 'superseded')
        throw new RuleBroken('note-superseded', 'That note was corrected already: correct the newer one.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const textCipher = key.seal({ table: 'diary_note', column: 'text_cipher', rowId: id }, text);
      await insertNote(manager, { id, on, supersedes, textCipher }, { jurisdictionId, complaintId, by, at });
      const subject = { kind: 'note', id };
      const details = { on, supersedes: supersedes ?? null };
      await recordHistory(manager, { actor, action: 'diary.write', subject, complaintId, details, at });
    });
    return { noteId: id };
  }
}
