import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficeWords } from '../../vault/index.js';
import { readMeetingRecord } from './meeting-record.reader.js';
import { readSections } from './minutes-section.store.js';
import { readComments } from './public-comment.store.js';
import { publishMeeting } from './published-meeting.store.js';

/** Approved minutes on the public side: open parts as they were approved, of closed ones that there was one, and who was recused; and the votes of the open ones. */
@Injectable()
export class MinutesPublication {
  constructor(private readonly words: OfficeWords) {}

  /** In a transaction in the office's name. */
  async publish(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
    const record = await readMeetingRecord(manager, this.words, meetingId);
    const withheld = await this.sealedItems(manager, meetingId);
    for (const { id, position, kind, itemId, text } of await readSections(manager, this.words, meetingId)) {
      const item = record?.items.find((one) => one.id === itemId);
      const open = item === undefined || (!item.closed && !withheld.has(item.id));
      await manager.query(
        `INSERT INTO published.minutes_section (id, meeting_id, position, kind, item_id, text, recused)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, meetingId, position, kind, itemId, open ? text : null, item?.recused ?? []],
      );
    }
    for (const { id, number, itemId, name, publishName, text } of await readComments(manager, this.words, meetingId)) {
      const silent = itemId !== null && withheld.has(itemId);
      await manager.query(
        'INSERT INTO published.public_comment (id, meeting_id, number, item_id, name, text) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, meetingId, number, itemId, publishName && !silent ? name : null, silent ? null : text],
      );
    }
    await publishMeeting(manager, meetingId, at);
    await manager.query('UPDATE published.meeting SET minutes_approved_at = $2 WHERE id = $1', [meetingId, at]);
    await manager.query('SELECT redress.tell_decisions($1)', [meetingId]);
  }

  /** Items of cases that are sealed now: of them no word is told, open or not. */
  private async sealedItems(manager: EntityManager, meetingId: string): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(
      `SELECT i.id FROM redress.agenda_item i JOIN redress.sealing s ON s.jurisdiction_id = i.jurisdiction_id
          AND s.complaint_id = i.complaint_id AND s.lifted_at IS NULL WHERE i.meeting_id = $1`,
      [meetingId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
