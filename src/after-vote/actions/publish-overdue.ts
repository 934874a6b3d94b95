import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterInForce, jurisdictionDay } from '../../charter/index.js';
import { dayOf } from '../../deadline/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { answerDue, unansweredRecommendations } from '../../review-board/index.js';
import { holdReleasable, publishOverdue } from '../records/published-overdue.store.js';
import { type OverdueAnswer, overdueTold } from '../rules/overdue-told.js';

/**
 * The chief's answers that are overdue, for the public: of cases that the public may hear of, by the charter in force. The
 * public side cannot reach a case; what it is told is put before it here, and anew each time.
 */
@Injectable()
export class PublishOverdue {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(jurisdictionId: string): Promise<{ overdue: number }> {
    const now = this.clock.now();
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const asOf = await jurisdictionDay(manager, jurisdictionId, now);
      const { afterVote, publication } = (await charterInForce(manager, now)).document;
      const overdue = await overdueAnswers(manager, { jurisdictionId, today: asOf, now });
      const told = overdueTold(overdue, { byNumber: afterVote.overdueCaseNumbers, k: publication.k });
      await publishOverdue(manager, jurisdictionId, { ...told, asOf });
      return { overdue: overdue.length };
    });
  }
}

async function overdueAnswers(
  manager: EntityManager,
  { jurisdictionId, today, now }: { jurisdictionId: string; today: string; now: Date },
): Promise<OverdueAnswer[]> {
  const overdue: OverdueAnswer[] = [];
  const waiting = await unansweredRecommendations(manager, null);
  const held = await holdReleasable(
    manager,
    waiting.map(({ complaintId }) => complaintId),
  );
  for (const { deliveredOn, caseNumber, kind, ...of } of waiting) {
    if (deliveredOn === null || !held.has(of.complaintId)) continue;
    const dueOn = await answerDue(manager, { jurisdictionId, ...of }, { deliveredOn, now });
    const daysOverdue = dayOf(today) - dayOf(dueOn);
    if (daysOverdue > 0) overdue.push({ caseNumber, kind, deliveredOn, dueOn, daysOverdue });
  }
  return overdue;
}
