import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findItemOf } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { lockMetMeeting } from '../records/meeting.store.js';
import { publishMeeting } from '../records/published-meeting.store.js';
import { insertReportOut } from '../records/report-out.store.js';

/** What was done behind closed doors, as it is said in public when they open (Cal. Gov. Code 54957.1). Public at once. */
@Injectable()
export class ReportOutOfSession {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken item-not-closed, item-withdrawn, meeting-scheduled, meeting-cancelled (409) */
  async run(actor: Actor, on: { meetingId: string; itemId: string }, text: string): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId } = actor;
    await this.database.transaction(actor, async (manager) => {
      await lockMetMeeting(manager, on.meetingId);
      const { closed, withdrawnAt, complaintId } = await findItemOf(manager, on.meetingId, on.itemId);
      if (!closed)
        throw new RuleBroken('item-not-closed', 'Only of a closed session there is something to report out.');
      if (withdrawnAt) throw new RuleBroken('item-withdrawn', 'The item was withdrawn: there was no session.');
      await insertReportOut(manager, this.words, { ...on, jurisdictionId, id, complaintId, text, at });
      await publishMeeting(manager, on.meetingId, at);
      await recordHistory(manager, {
        actor,
        action: 'agenda.report-out',
        subject: { kind: 'agenda-item', id: on.itemId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { meeting: on.meetingId, reportOut: id },
        at,
      });
    });
    return { id };
  }
}
