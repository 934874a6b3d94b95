import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { findItemOf } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { lockMetMeeting } from '../records/meeting.store.js';
import { refuseApprovedMinutes } from '../records/minutes.store.js';
import { insertComment } from '../records/public-comment.store.js';

export interface NewComment {
  /** Of what it was about; without it of the meeting at large */
  itemId?: string | null | undefined;
  /** Nobody has to say who they are (e.g. Cal. Gov. Code 54953.3) */
  name?: string | null | undefined;
  /** Whether the speaker agreed to be named in public */
  publishName: boolean;
  /** What was said, in short */
  text: string;
}

/** Somebody from the public spoke. */
@Injectable()
export class RecordComment {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken name-missing, name-in-text (422), minutes-approved, meeting-scheduled, meeting-cancelled (409) */
  async run(actor: Actor, meetingId: string, comment: NewComment): Promise<{ id: string }> {
    // Who spoke when is told to the hour alone: the list of who came in could tell the rest.
    const at = hourOf(this.clock.now());
    const id = newId(at);
    const { jurisdictionId } = actor;
    const { itemId = null, name = null, publishName, text } = comment;
    if (publishName && !name)
      throw new RuleBroken('name-missing', 'Nobody can agree to a name that is not given.', 422);
    if (name && !publishName && text.toLowerCase().includes(name.toLowerCase()))
      throw new RuleBroken('name-in-text', 'The speaker did not agree to be named: the text says the name.', 422);
    await this.database.transaction(actor, async (manager) => {
      await lockMetMeeting(manager, meetingId);
      await refuseApprovedMinutes(manager, meetingId);
      const complaintId = itemId === null ? null : (await findItemOf(manager, meetingId, itemId)).complaintId;
      const row = { jurisdictionId, id, meetingId, itemId, complaintId, name, publishName, text, at };
      await insertComment(manager, this.words, row);
      await recordHistory(manager, {
        actor,
        action: 'public-comment.record',
        subject: { kind: 'public-comment', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { meeting: meetingId },
        at,
      });
    });
    return { id };
  }
}
