import { Injectable } from '@nestjs/common';
import { charterById, termOf } from '../../charter/index.js';
import { CaseVault } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { findRecommendation, insertDiscipline, lockCase } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { findEscalation, insertEscalationEnd } from '../records/escalation.store.js';
import { endingRefused, type EscalationOutcome } from '../rules/escalation-refused.js';
import { refuseDay } from './refuse-day.js';
import { type GivenDiscipline, knownDiscipline } from './refuse-discipline.js';

export interface EscalationEnding {
  outcome: EscalationOutcome;
  /** What is imposed by it */
  discipline?: GivenDiscipline | null | undefined;
  reasons: string;
  /** ISO date */
  on: string;
}

/** What came of a step. Agreed or decided, it is a decision that takes the place of the one before it. */
@Injectable()
export class EndEscalation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /**
   * @throws NotFound, RuleBroken step-settled (409), outcome-out-of-place, discipline-not-decided, unknown-discipline,
   *   days-missing, days-not-taken, invalid (422)
   */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, escalationId }: { complaintId: string; escalationId: string },
    { outcome, discipline: given, reasons, on }: EscalationEnding,
  ): Promise<void> {
    const { jurisdictionId, staffId: endedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await lockCase(manager, complaintId);
      const { step: code, recommendationId, begunOn, ended } = await findEscalation(manager, complaintId, escalationId);
      if (ended) throw new RuleBroken('step-settled', 'What came of this step is recorded already.');
      const step = termOf((await charterById(manager, charterId)).document.afterVote.escalation, code);
      if (!step) throw new Error(`Charter ${charterId} does not know the step that was begun under it.`);
      const recommendation = await findRecommendation(manager, { id: recommendationId, complaintId });
      const allegationId = recommendation?.kind === 'discipline' ? recommendation.allegationId : null;
      const refusal = endingRefused(step, { outcome, discipline: given }, allegationId !== null);
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
      const discipline = await knownDiscipline(manager, charterId, given);
      await refuseDay(manager, { jurisdictionId, at }, { on, from: begunOn });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'escalation_end', column: 'reasons_cipher', rowId: escalationId };
      await insertEscalationEnd(manager, {
        ...{ jurisdictionId, escalationId, complaintId, outcome, reasonsCipher: key.seal(place, reasons), endedBy, at },
        ...{ disciplineKind: discipline?.kind ?? null, disciplineDays: discipline?.days ?? null, endedOn: on },
      });
      if (discipline && allegationId)
        await insertDiscipline(manager, {
          ...discipline,
          jurisdictionId,
          complaintId,
          allegationId,
          stage: 'imposed',
          at,
        });
      const subject = { kind: 'escalation', id: escalationId };
      const details = { step: code, outcome, imposed: discipline?.kind ?? null, days: discipline?.days ?? null, on };
      await recordHistory(manager, { actor, action: 'escalation.end', subject, complaintId, details, at });
    });
  }
}
