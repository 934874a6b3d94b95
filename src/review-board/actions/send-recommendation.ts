import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, type CharterDocument } from '../../charter/index.js';
import { moveComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { allegationIsOf, lockCase } from '../records/case.store.js';
import { insertDiscipline, isSustainedByBoard } from '../records/discipline.store.js';
import { findMotion, hasOpenMotion } from '../records/motion.store.js';
import { insertRecommendation, type RecommendationKind } from '../records/recommendation.store.js';
import { recommendationRefused } from '../rules/recommendation.js';

export interface RecommendationSent {
  /** The carried motion that it rests on */
  motionId: string;
  kind: RecommendationKind;
  allegationId?: string | null | undefined;
  disciplineKind?: string | null | undefined;
  disciplineDays?: number | null | undefined;
  text: string;
  addressedTo: string;
}

/** The first one takes the case from the board to the chief; more may follow while it is there. */
@Injectable()
export class SendRecommendation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken motion-not-carried, motion-open, not-sustained, status-forbids (409), no-such-allegation,
   *   allegation-missing, discipline-missing, discipline-out-of-place, unknown-discipline, days-missing, days-not-taken (422)
   */
  async run(actor: Actor, complaintId: string, sent: RecommendationSent): Promise<{ id: string; answerDueOn: string }> {
    const sentAt = this.clock.now();
    const id = newId();
    const { jurisdictionId } = actor;
    const allegationId = sent.allegationId ?? null;
    const disciplineKind = sent.disciplineKind ?? null;
    const disciplineDays = sent.disciplineDays ?? null;
    return this.database.transaction(actor, async (manager) => {
      const { status, charterId } = await lockCase(manager, complaintId);
      const { document } = await charterById(manager, charterId);
      await refuse(manager, complaintId, sent, document);
      if (status !== 'with_chief') await moveComplaint(manager, complaintId, 'with_chief');
      const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'sent_to_chief', recordedBy, at: sentAt });
      const row = { ...sent, jurisdictionId, id, complaintId, allegationId, disciplineKind, disciplineDays, sentAt };
      const answerDueOn = await insertRecommendation(manager, { ...row, answerDays: document.clocks.chiefAnswerDays });
      if (disciplineKind !== null && allegationId !== null) {
        const discipline = { kind: disciplineKind, days: disciplineDays, stage: 'recommended' as const, at: sentAt };
        await insertDiscipline(manager, { ...discipline, jurisdictionId, complaintId, allegationId });
      }
      const subject = { kind: 'recommendation', id };
      const details = {
        kind: sent.kind,
        motion: sent.motionId,
        allegationId,
        disciplineKind,
        disciplineDays,
        answerDueOn,
      };
      await recordHistory(manager, { actor, action: 'recommendation.send', subject, complaintId, details, at: sentAt });
      return { id, answerDueOn };
    });
  }
}

async function refuse(
  manager: EntityManager,
  complaintId: string,
  sent: RecommendationSent,
  charter: CharterDocument,
): Promise<void> {
  const { allegationId, kind } = sent;
  const refusal = recommendationRefused(sent, charter);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
  const motion = await findMotion(manager, sent.motionId);
  if (motion.complaintId !== complaintId || motion.status !== 'carried') {
    throw new RuleBroken(
      'motion-not-carried',
      'A recommendation rests on a motion about this case that the board carried.',
    );
  }
  if (await hasOpenMotion(manager, { complaintId })) {
    throw new RuleBroken('motion-open', 'The board is voting on this case: the recommendation waits until it has.');
  }
  const other = motion.allegationId !== null && motion.allegationId !== allegationId;
  if (allegationId && (other || !(await allegationIsOf(manager, complaintId, allegationId)))) {
    throw new RuleBroken(
      'no-such-allegation',
      'This is not the allegation that the motion was about, or none of the case.',
      422,
    );
  }
  if (kind === 'discipline' && allegationId && !(await isSustainedByBoard(manager, allegationId))) {
    throw new RuleBroken('not-sustained', 'Discipline is recommended for what the board has sustained.');
  }
}
