import { Injectable } from '@nestjs/common';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { lockCase } from '../records/case.store.js';
import { type Answer, insertChiefAnswer } from '../records/chief-answer.store.js';
import { insertDiscipline } from '../records/discipline.store.js';
import { findRecommendation } from '../records/recommendation.store.js';
import { unansweredRecommendations } from '../records/unanswered.reader.js';
import { answerable } from '../rules/answerable.js';
import { findOtherwise } from './find-otherwise.js';
import { refuseImposed } from './refuse-imposed.js';

export interface ChiefAnswered {
  answer: Answer;
  reasons?: string | null | undefined;
  /** What the chief finds otherwise than the board: a code of the case's charter */
  finding?: string | null | undefined;
  /** What was imposed in fact, when it is known with the answer */
  imposed?: { kind: string; days?: number | null | undefined } | null | undefined;
}

/** The chief may depart from the board, but not without saying why. A later answer supersedes the one that stands. */
@Injectable()
export class RecordChiefAnswer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken case-not-with-chief (409), reasons-missing, imposed-out-of-place, not-concurring,
   *   finding-out-of-place, unknown-finding, unknown-discipline, days-missing, days-not-taken (422)
   */
  async run(
    actor: ActorOf<'staff'>,
    of: { complaintId: string; recommendationId: string },
    answered: ChiefAnswered,
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { complaintId, recommendationId } = of;
    const { answer, imposed } = answered;
    const reasons = answered.reasons?.trim() ?? '';
    if (answer !== 'concur' && reasons === '') {
      throw new RuleBroken('reasons-missing', 'A chief who does not concur in full gives reasons in writing.', 422);
    }
    await this.database.transaction(actor, async (manager) => {
      const { status, charterId } = await lockCase(manager, complaintId);
      const recommendation = await findRecommendation(manager, { id: recommendationId, complaintId });
      if (!recommendation) throw new NotFound();
      if (!answerable(recommendation, status))
        throw new RuleBroken('case-not-with-chief', `The case is ${status}: the chief answers while it is with_chief.`);
      await insertChiefAnswer(manager, {
        jurisdictionId,
        id,
        recommendationId,
        complaintId,
        answer,
        reasons: reasons === '' ? null : reasons,
        recordedBy,
        at,
      });
      if (imposed) {
        const { allegationId } = await refuseImposed(manager, charterId, answered, recommendation);
        const discipline = { kind: imposed.kind, days: imposed.days ?? null, stage: 'imposed' as const, at };
        await insertDiscipline(manager, { ...discipline, jurisdictionId, complaintId, allegationId });
      }
      const finding = await findOtherwise(
        manager,
        { ...of, jurisdictionId, recordedBy, charterId, at },
        answered,
        recommendation,
      );
      if ((await unansweredRecommendations(manager, complaintId)).length === 0)
        await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'chief_answered', recordedBy, at });
      const subject = { kind: 'chief-answer', id };
      const details = {
        recommendation: recommendationId,
        answer,
        imposed: imposed?.kind ?? null,
        days: imposed?.days ?? null,
        finding,
      };
      await recordHistory(manager, { actor, action: 'chief-answer.record', subject, complaintId, details, at });
    });
    return { id };
  }
}
