import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { moveComplaint } from '../../complaint/index.js';
import { noteCaseEvent, takeBackEvents } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { lockCase } from '../records/case.store.js';
import { insertDiscipline } from '../records/discipline.store.js';
import { insertDeparture } from '../records/matrix-departure.store.js';
import { insertRecommendation, type RecommendationKind } from '../records/recommendation.store.js';
import { refuseRecommendation } from './refuse-recommendation.js';

export interface RecommendationSent {
  /** The carried motion that it rests on; without one, the agency recommends by a power of its own */
  motionId?: string | null | undefined;
  kind: RecommendationKind;
  allegationId?: string | null | undefined;
  disciplineKind?: string | null | undefined;
  disciplineDays?: number | null | undefined;
  /** Why it departs from the charter's matrix; sealed */
  departureReasons?: string | null | undefined;
  text: string;
  addressedTo: string;
}

/**
 * The first that rests on a motion takes the case from the board to the chief; more may follow while it is there. One of the
 * agency's own leaves the case where it is.
 */
@Injectable()
export class SendRecommendation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /**
   * @throws NotFound, RuleBroken motion-not-carried, motion-open, not-sustained, status-forbids (409), motion-missing,
   *   no-such-allegation, allegation-missing, discipline-missing, discipline-out-of-place, unknown-discipline, days-missing,
   *   days-not-taken, outside-matrix (422)
   */
  async run(actor: Actor, complaintId: string, sent: RecommendationSent): Promise<{ id: string; answerDueOn: string }> {
    const sentAt = this.clock.now();
    const id = newId();
    const { jurisdictionId } = actor;
    const motionId = sent.motionId ?? null;
    const allegationId = sent.allegationId ?? null;
    const disciplineKind = sent.disciplineKind ?? null;
    const disciplineDays = sent.disciplineDays ?? null;
    return this.database.transaction(actor, async (manager) => {
      const { status, charterId } = await lockCase(manager, complaintId);
      const { document } = await charterById(manager, charterId);
      const departure = await refuseRecommendation(manager, complaintId, { ...sent, at: sentAt }, document);
      if (motionId !== null && status !== 'with_chief') await moveComplaint(manager, complaintId, 'with_chief');
      const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'sent_to_chief', recordedBy, at: sentAt });
      // What was answered before is not what is sent now: the answer's clock runs again.
      if (recordedBy !== null)
        await takeBackEvents(manager, { jurisdictionId, complaintId, recordedBy, at: sentAt }, ['chief_answered']);
      const what = { allegationId, disciplineKind, disciplineDays };
      const row = { ...sent, ...what, motionId, jurisdictionId, id, complaintId, sentAt };
      const answerDueOn = await insertRecommendation(manager, { ...row, answerDays: document.clocks.chiefAnswerDays });
      const departed = { jurisdictionId, recommendationId: id, complaintId, at: sentAt };
      if (departure) await insertDeparture(manager, this.words, { ...departed, ...departure });
      if (disciplineKind !== null && allegationId !== null) {
        const discipline = { kind: disciplineKind, days: disciplineDays, stage: 'recommended' as const, at: sentAt };
        await insertDiscipline(manager, { ...discipline, jurisdictionId, complaintId, allegationId });
      }
      const subject = { kind: 'recommendation', id };
      const details = { kind: sent.kind, ...what, motion: motionId, outsideMatrix: departure !== null, answerDueOn };
      await recordHistory(manager, { actor, action: 'recommendation.send', subject, complaintId, details, at: sentAt });
      return { id, answerDueOn };
    });
  }
}
