import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { answerable, findRecommendation, lockCase } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertEscalation, stepsTaken } from '../records/escalation.store.js';
import { differsBy } from '../records/standing-answer.reader.js';
import { escalationRefused } from '../rules/escalation-refused.js';

/** Board and chief differ, or the chief is silent: the next step that the charter has follow. */
@Injectable()
export class BeginEscalation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken case-not-with-chief, nothing-to-escalate, step-settled, step-taken-already,
   *   step-out-of-order (409), unknown-step (422)
   */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, recommendationId }: { complaintId: string; recommendationId: string },
    step: string,
  ): Promise<{ id: string; dueOn: string }> {
    const { jurisdictionId, staffId: begunBy } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { status, charterId } = await lockCase(manager, complaintId);
      const recommendation = await findRecommendation(manager, { id: recommendationId, complaintId });
      if (!recommendation) throw new NotFound();
      if (!answerable(recommendation, status))
        throw new RuleBroken('case-not-with-chief', `The case is ${status}: nothing is escalated about it now.`);
      const { escalation } = (await charterById(manager, charterId)).document.afterVote;
      const after = await differsBy(manager, { jurisdictionId, complaintId, charterId, recommendationId }, at);
      const taken = await stepsTaken(manager, recommendationId);
      const refusal = escalationRefused(step, { after, taken }, escalation);
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, refusal.code === 'unknown-step' ? 422 : 409);
      const days = termOf(escalation, step)?.days ?? 0;
      const begunOn = await jurisdictionDay(manager, jurisdictionId, at);
      const row = { jurisdictionId, id, complaintId, recommendationId, step, begunOn, days, begunBy, at };
      const dueOn = await insertEscalation(manager, row);
      const subject = { kind: 'escalation', id };
      const details = { recommendation: recommendationId, step, after, dueOn };
      await recordHistory(manager, { actor, action: 'escalation.begin', subject, complaintId, details, at });
      return { id, dueOn };
    });
  }
}
