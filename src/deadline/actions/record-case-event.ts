import { Injectable } from '@nestjs/common';
import { type CaseEvent, jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { noteCaseEvent } from '../records/note-case-event.js';
import { refusedFault } from './clock-of-case.js';

/** Somebody writes down a day that clocks go by: when misconduct was discovered, when the officer was told. */
@Injectable()
export class RecordCaseEvent {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @param on ISO date, today at the latest; said again, the later saying counts @throws NotFound, RuleBroken invalid (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, event: CaseEvent, on: string): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held: unknown[] = await manager.query('SELECT FROM redress.complaint WHERE id = $1 FOR UPDATE', [
        complaintId,
      ]);
      if (held.length === 0) throw new NotFound();
      if (on > (await jurisdictionDay(manager, jurisdictionId, at)))
        throw refusedFault({ path: '/on', code: 'day-ahead', message: 'What happened did so today at the latest.' });
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event, on, recordedBy, at });
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, {
        ...{ actor, action: 'complaint.note-event', subject, complaintId },
        ...{ details: { event, on }, at },
      });
    });
  }
}
