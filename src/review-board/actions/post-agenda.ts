import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { AgendaPublication } from '../records/agenda-publication.js';
import { lockMeeting, markPosted } from '../records/meeting.store.js';
import { noticeIsLawful } from '../rules/notice.js';

/** The public is told, in the same transaction: from here on the meeting takes up what was announced, amended in public or not at all. */
@Injectable()
export class PostAgenda {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly publication: AgendaPublication,
  ) {}

  /** @throws NotFound, RuleBroken notice-too-short, agenda-empty, agenda-posted, meeting-… (409) */
  async run(actor: Actor, meetingId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const meeting = await lockMeeting(manager, meetingId, 'scheduled');
      if (meeting.agendaPostedAt) throw new RuleBroken('agenda-posted', 'The agenda is posted already.');
      if (meeting.lastPosition === 0)
        throw new RuleBroken('agenda-empty', 'An agenda without an item announces nothing.');
      const { meetings } = (await charterById(manager, meeting.charterId)).document;
      if (!noticeIsLawful({ ...meeting, postedAt: at }, meetings)) {
        const hours = meetings.noticeHours[meeting.kind];
        throw new RuleBroken(
          'notice-too-short',
          `The agenda of a ${meeting.kind} meeting is posted ${hours} hours ahead: it is too late for this one.`,
        );
      }
      await markPosted(manager, meetingId, at);
      await this.publication.publish(manager, meetingId, at);
      await recordHistory(manager, { actor, action: 'agenda.post', subject: { kind: 'meeting', id: meetingId }, at });
    });
  }
}
