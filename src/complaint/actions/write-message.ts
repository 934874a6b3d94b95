import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { CaseVault } from '../../vault/index.js';
import { dialogueState, insertMessage } from '../records/message.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { mayWrite } from '../rules/dialogue.js';

/** The agency asks, or who complains answers. The words are sealed under the case's key. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken wait-for-answer (409), case-unreadable (410) */
  async run(actor: ActorOf<'staff' | 'complainant'>, complaintId: string, text: string): Promise<{ number: number }> {
    const { jurisdictionId } = actor;
    const staffId = actor.kind === 'staff' ? actor.staffId : null;
    return this.database.transaction(actor, async (manager) => {
      const { anonymous } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const state = await dialogueState(manager, complaintId);
      if (staffId === null && !mayWrite(state))
        throw new RuleBroken('wait-for-answer', 'You have sent many messages: wait until the agency has answered.');
      // When somebody wrote whom nobody may know would tell who it was: the hour is as near as it comes.
      const now = this.clock.now();
      const at = staffId === null || anonymous ? hourOf(now) : now;
      const id = newId(at);
      const number = state.last + 1;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      await insertMessage(manager, key, { jurisdictionId, id, complaintId, number, staffId, text, sentAt: at });
      const subject = { kind: 'message', id };
      await recordHistory(manager, { actor, action: 'message.write', subject, complaintId, details: { number }, at });
      return { number };
    });
  }
}
