import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { OfficeWords } from '../../vault/index.js';
import { inTheOfficesName } from './in-the-offices-name.js';
import { publicLinks } from './material.store.js';
import { publishItems, publishMaterial, publishMeeting } from './published-meeting.store.js';

/** The posted agenda on the public side, whole whoever posts it: a clerk who is recused from a case posts its item too. */
@Injectable()
export class AgendaPublication {
  constructor(private readonly words: OfficeWords) {}

  async publish(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
    await inTheOfficesName(manager, async () => {
      const rows: { charterId: string }[] = await manager.query(
        'SELECT charter_id AS "charterId" FROM redress.meeting WHERE id = $1',
        [meetingId],
      );
      const { closedSessionGrounds } = (await charterById(manager, rows[0]?.charterId ?? '')).document.meetings;
      await publishMeeting(manager, meetingId, at);
      const labels = Object.fromEntries(closedSessionGrounds.map(({ code, label }) => [code, label]));
      await publishItems(manager, meetingId, labels);
      for (const link of await publicLinks(manager, this.words, meetingId)) await publishMaterial(manager, link);
    });
  }
}
