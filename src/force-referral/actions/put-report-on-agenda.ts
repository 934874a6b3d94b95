import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { AddAgendaItem } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { takeUp } from '../records/referral.store.js';
import { holdOpenReferral } from './hold-open-referral.js';

export interface AgendaPlace {
  meetingId: string;
  /** As the public reads it */
  title: string;
  closed: boolean;
  legalBasis?: string | undefined;
}

/** The clerk puts a report that was referred to the board on a meeting's agenda. */
@Injectable()
export class PutReportOnAgenda {
  constructor(
    private readonly addAgendaItem: AddAgendaItem,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken referral-elsewhere, taken-up-already (409), and what an agenda item is refused with */
  async run(
    actor: ActorOf<'staff'>,
    referralId: string,
    { meetingId, ...item }: AgendaPlace,
  ): Promise<{ id: string; position: number }> {
    const at = this.clock.now();
    return this.addAgendaItem.run(actor, meetingId, item, async (manager, { id: agendaItemId }) => {
      const { reportId } = await holdOpenReferral(manager, referralId, 'board');
      await takeUp(manager, referralId, { complaintId: null, agendaItemId, takenUpBy: actor.staffId, at });
      const subject = { kind: 'use-of-force-report', id: reportId };
      const details = { agendaItem: agendaItemId };
      await recordHistory(manager, { actor, action: 'use-of-force-report.put-on-agenda', subject, details, at });
    });
  }
}
