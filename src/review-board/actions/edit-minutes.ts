import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { rewriteSection } from '../records/minutes-section.store.js';
import { lockDraftMinutes, markEdited } from '../records/minutes.store.js';

export interface MinutesEdit {
  meetingId: string;
  sectionId: string;
  /** Of the section as it was read */
  version: number;
  text: string;
}

/** A part of the draft is put in better words. Whatever vote was under way on the former words does not approve these. */
@Injectable()
export class EditMinutes {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken minutes-approved, minutes-changed (409) */
  async run(actor: Actor, edit: MinutesEdit): Promise<void> {
    const { meetingId, sectionId } = edit;
    await this.database.transaction(actor, async (manager) => {
      await lockDraftMinutes(manager, meetingId);
      const at = this.clock.now();
      const edited = await rewriteSection(manager, this.words, edit);
      if (!edited)
        throw new RuleBroken('minutes-changed', 'Somebody edited this part since you read it: read it again.');
      await markEdited(manager, meetingId, at);
      const { complaintId } = edited;
      await recordHistory(manager, {
        actor,
        action: 'minutes.edit',
        subject: { kind: 'meeting', id: meetingId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { section: sectionId, version: edit.version + 1 },
        at,
      });
    });
  }
}
