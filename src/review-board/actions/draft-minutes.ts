import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { readMeetingRecord } from '../records/meeting-record.reader.js';
import { lockMeeting } from '../records/meeting.store.js';
import { insertSection } from '../records/minutes-section.store.js';
import { findMinutes, insertMinutes } from '../records/minutes.store.js';
import { draftMinutes } from '../rules/minutes-draft.js';

/** The record makes the first draft. It is the office's: a clerk who is recused from a case drafts its part and does not read it. */
@Injectable()
export class DraftMinutes {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken minutes-there, meeting-… (409) */
  async run(actor: Actor, meetingId: string): Promise<void> {
    const at = this.clock.now();
    const { jurisdictionId } = actor;
    await this.database.transaction({ jurisdictionId }, async (manager) => {
      await lockMeeting(manager, meetingId, 'adjourned');
      if (await findMinutes(manager, meetingId))
        throw new RuleBroken('minutes-there', 'There is a draft of these minutes: edit it.');
      const record = await readMeetingRecord(manager, this.words, meetingId);
      if (!record) throw new NotFound();
      await insertMinutes(manager, { jurisdictionId, meetingId, at });
      const cases = new Map(record.items.map((item) => [item.id, item.complaintId]));
      for (const [index, section] of draftMinutes(record).entries()) {
        const complaintId = section.itemId === null ? null : (cases.get(section.itemId) ?? null);
        const row = { ...section, jurisdictionId, id: newId(), meetingId, position: index + 1, complaintId };
        await insertSection(manager, this.words, row);
      }
      const subject = { kind: 'meeting', id: meetingId };
      await recordHistory(manager, { actor, action: 'minutes.draft', subject, at });
    });
  }
}
