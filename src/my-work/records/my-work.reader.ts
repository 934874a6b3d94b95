import { Injectable } from '@nestjs/common';
import { reconsiderationsWaitingFor } from '../../after-vote/index.js';
import { openingsWaitingFor } from '../../break-glass/index.js';
import { jurisdictionDay } from '../../charter/index.js';
import {
  decisionsWaitingFor,
  ownCasesOf,
  type OwnCase,
  unreadAlertsOf,
  type UnreadDialogue,
  unreadMessagesOf,
} from '../../complaint/index.js';
import { type Alarm, alarmsFor } from '../../deadline/index.js';
import { ownTasksOf, type OwnTask, reviewsWaitingFor } from '../../investigation/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Waiting } from '../../shared/waiting.js';
import { approvalsWaitingFor } from '../../transparency/index.js';

export interface MyWork {
  cases: OwnCase[];
  tasks: OwnTask[];
  unreadMessages: UnreadDialogue[];
  alarms: Alarm[];
  waiting: Waiting[];
  unreadAlerts: number;
}

/** One person's day. Each feature says what is theirs in it, in one statement, however much there is. */
@Injectable()
export class MyWorkReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** What is hidden from the person is in none of it: row-level security goes by them. */
  async of(actor: ActorOf<'staff'>): Promise<MyWork> {
    return this.database.read(actor, async (manager) => {
      const today = await jurisdictionDay(manager, actor.jurisdictionId, this.clock.now());
      const waiting = [
        ...(await decisionsWaitingFor(manager, actor)),
        ...(await reviewsWaitingFor(manager, actor)),
        ...(await reconsiderationsWaitingFor(manager, actor)),
        ...(await approvalsWaitingFor(manager, actor)),
        ...(await openingsWaitingFor(manager, actor)),
      ];
      return {
        cases: await ownCasesOf(manager, actor),
        tasks: await ownTasksOf(manager, actor),
        unreadMessages: await unreadMessagesOf(manager, actor),
        alarms: await alarmsFor(manager, actor, today),
        waiting: waiting.sort((one, other) => one.since.getTime() - other.since.getTime()),
        unreadAlerts: await unreadAlertsOf(manager, actor),
      };
    });
  }
}
