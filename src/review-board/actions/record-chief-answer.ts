import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
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
import { findRecommendation, type Recommendation } from '../records/recommendation.store.js';
import { contradictsConcurrence, disciplineRefused } from '../rules/discipline.js';

export interface ChiefAnswered {
  answer: Answer;
  reasons?: string | null | undefined;
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
   *   unknown-discipline, days-missing, days-not-taken (422)
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
      if (status !== 'with_chief')
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
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'chief_answered', recordedBy, at });
      const subject = { kind: 'chief-answer', id };
      const details = {
        recommendation: recommendationId,
        answer,
        imposed: imposed?.kind ?? null,
        days: imposed?.days ?? null,
      };
      await recordHistory(manager, { actor, action: 'chief-answer.record', subject, complaintId, details, at });
    });
    return { id };
  }
}

async function refuseImposed(
  manager: EntityManager,
  charterId: string,
  { answer, imposed }: ChiefAnswered,
  { allegationId, disciplineKind, disciplineDays }: Recommendation,
): Promise<{ allegationId: string }> {
  if (!imposed || allegationId === null || disciplineKind === null) {
    throw new RuleBroken(
      'imposed-out-of-place',
      'Discipline is imposed in answer to a recommendation of discipline.',
      422,
    );
  }
  const discipline = { kind: imposed.kind, days: imposed.days ?? null };
  const refusal = disciplineRefused(discipline, (await charterById(manager, charterId)).document);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
  if (answer === 'concur' && contradictsConcurrence({ kind: disciplineKind, days: disciplineDays }, discipline)) {
    throw new RuleBroken(
      'not-concurring',
      'To impose something else than was recommended is to concur in part, or to depart.',
      422,
    );
  }
  return { allegationId };
}
